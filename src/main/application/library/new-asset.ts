import type { AssetKind } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import {
  type Asset,
  type AssetId,
  type Flaw,
  type FlawLimits,
  type MediaFile,
  NO_DETAILS,
  readMediaName,
  type SidecarFacts,
  staticGain,
} from '../../domain/library/index.ts';
import { withSaid } from './said-beside.ts';

/** What a new asset is made of. */
export interface NewAssetParts {
  readonly id: AssetId;
  readonly houseId: string;
  readonly kind: AssetKind;
  readonly media: MediaFile;
  readonly flaws: readonly Flaw[];
  readonly limits: FlawLimits;
  readonly fileName: string;
  readonly said: SidecarFacts;
  readonly now: Milliseconds;
}

/** An asset as it enters the library: named by its sidecar or else by its file, and with a note of what in the sidecar made no sense. */
export function newAsset({ id, houseId, kind, media, flaws, limits, fileName, said, now }: NewAssetParts): Asset {
  const { title, episode } = readMediaName(fileName);
  const asset: Asset = {
    id,
    kind,
    title,
    houseId,
    lifecycle: 'ready',
    // Only schedulers and admins may import, and what they import is approved at once.
    isApproved: true,
    gainDb: staticGain(media.loudness),
    media,
    importedAt: now,
    lastAiredAt: null,
    details: { ...NO_DETAILS, series: episode?.series ?? null, season: episode?.season ?? null, episode: episode?.episode ?? null },
    inFrame: null,
    outFrame: null,
    revision: 1,
    missingSince: null,
    binnedAt: null,
    flaws,
    intendedFlaws: [],
  };
  const { kind: _, ...changes } = said.changes;
  return { ...withSaid(asset, { changes, unreadable: said.unreadable }, limits), revision: 1 };
}
