import type { AssetKind } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import {
  type Asset,
  type AssetChanges,
  type AssetId,
  changeAsset,
  type Flaw,
  type FlawLimits,
  type MediaFile,
  NO_DETAILS,
  readMediaName,
  readSidecar,
  type Sidecar,
  type SidecarFacts,
  staticGain,
} from '../../domain/library/index.ts';

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

const NOTHING_SAID: SidecarFacts = { changes: {}, unreadable: [] };

/** What the sidecar of a file says; nothing when there is none. */
export function saidBeside(sidecar: Sidecar | null): SidecarFacts {
  return sidecar === null ? NOTHING_SAID : readSidecar(sidecar);
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
  return withSaid(asset, changes, { unreadable: said.unreadable, limits });
}

type SaidBy = Pick<SidecarFacts, 'unreadable'> & Pick<NewAssetParts, 'limits'>;

/** Applies what was said, without the fields that can't be true of this file. */
function withSaid(asset: Asset, changes: AssetChanges, by: SaidBy): Asset {
  const { unreadable, limits } = by;
  const changed = changeAsset(asset, changes, limits);
  if (!changed.ok)
    return withSaid(asset, { ...changes, [changed.field]: undefined }, { limits, unreadable: [...unreadable, changed.field] });
  const { details } = changed.asset;
  const note = unreadable.length === 0 ? '' : `Not understood in its sidecar: ${unreadable.join(', ')}.`;
  return { ...changed.asset, details: { ...details, notes: [details.notes, note].filter(Boolean).join('\n\n') }, revision: 1 };
}
