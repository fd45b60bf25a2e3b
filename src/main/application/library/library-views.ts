import type { Asset as AssetView, Import as ImportView, MediaFile as MediaFileView } from '../../../shared/contract/index.ts';
import { formatFrameRate, type Milliseconds } from '../../../shared/time/index.ts';
import type { Asset, MediaFile } from '../../domain/library/index.ts';
import type { ImportReport } from '../ports/library-catalogue.ts';

/** An asset as the contract tells it. */
export function assetView(asset: Asset): AssetView {
  return {
    id: asset.id,
    kind: asset.kind,
    title: asset.title,
    houseId: asset.houseId,
    lifecycle: asset.lifecycle,
    isApproved: asset.isApproved,
    durationMs: asset.media.duration,
    gainDb: asset.gainDb,
    media: mediaFileView(asset.media),
    importedAt: instantText(asset.importedAt),
    lastAiredAt: asset.lastAiredAt === null ? null : instantText(asset.lastAiredAt),
  };
}

/** An import as the contract tells it. */
export function importView({ mediaImport, failures }: ImportReport): ImportView {
  const { id, path, state, found, done } = mediaImport;
  return { id, path, state, found, done, failed: failures.map(({ path, code, reason }) => ({ path, code, reason })) };
}

function mediaFileView({ path, sizeBytes, container, picture, sound, duration }: MediaFile): MediaFileView {
  const rate = picture.averageRate ?? picture.nominalRate;
  return {
    path,
    sizeBytes,
    container,
    videoCodec: picture.codec,
    width: picture.width,
    height: picture.height,
    frameRate: rate && formatFrameRate(rate),
    audioCodec: sound?.codec ?? null,
    audioChannels: sound?.channels ?? null,
    durationMs: duration,
  };
}

function instantText(instant: Milliseconds): string {
  return new Date(instant).toISOString();
}
