import type { Asset as AssetView, Import as ImportView, MarkedAsset, MediaFile as MediaFileView } from '../../../shared/contract/index.ts';
import { formatFrameRate, type Milliseconds } from '../../../shared/time/index.ts';
import { type Asset, badgesOf, type FlawLimits, type Marker, type MediaFile, ownFrames, ownRate } from '../../domain/library/index.ts';
import type { ImportReport } from '../ports/library-catalogue.ts';

/** An asset as the contract tells it, with the badges that it wears now. */
export function assetView(asset: Asset, now: Milliseconds, limits: FlawLimits): AssetView {
  return {
    id: asset.id,
    kind: asset.kind,
    title: asset.title,
    houseId: asset.houseId,
    lifecycle: asset.lifecycle,
    isApproved: asset.isApproved,
    durationMs: asset.media.duration,
    durationFrames: ownFrames(asset.media),
    gainDb: asset.gainDb,
    media: mediaFileView(asset.media),
    importedAt: instantText(asset.importedAt),
    lastAiredAt: instantOrNull(asset.lastAiredAt),
    ...detailsView(asset),
    inFrame: asset.inFrame,
    outFrame: asset.outFrame,
    revision: asset.revision,
    binnedAt: instantOrNull(asset.binnedAt),
    badges: [...badgesOf(asset, now, limits)],
    flaws: flawViews(asset),
  };
}

function flawViews({ flaws, intendedFlaws }: Asset): AssetView['flaws'] {
  const views = (some: Asset['flaws'], isIntended: boolean) =>
    some.map(({ type, from, until }) => ({ type, fromMs: from, untilMs: until, isIntended }));
  return [...views(flaws, false), ...views(intendedFlaws, true)].toSorted((a, b) => a.fromMs - b.fromMs);
}

/** An asset with what is marked in it, as the contract tells it. */
export function markedAssetView(asset: Asset, markers: readonly Marker[], now: Milliseconds, limits: FlawLimits): MarkedAsset {
  return {
    ...assetView(asset, now, limits),
    breaks: markers.filter(({ type, origin }) => type === 'break' && origin === 'hand').map(({ atFrame }) => ({ atFrame })),
    suggestedBreaks: markers.flatMap(suggestedBreakView),
    chapters: markers.filter(({ type }) => type === 'chapter').map(({ atFrame, label }) => ({ atFrame, title: label })),
  };
}

function suggestedBreakView({ type, origin, atFrame, quiet }: Marker): MarkedAsset['suggestedBreaks'] {
  if (type !== 'break' || origin === 'hand') return [];
  return [{ atFrame, origin, fromFrame: quiet?.fromFrame ?? null, untilFrame: quiet?.untilFrame ?? null }];
}

function detailsView({ details }: Asset) {
  const { rightsFrom, rightsUntil, genres, tags, people, ...plain } = details;
  const rights = { rightsFrom: instantOrNull(rightsFrom), rightsUntil: instantOrNull(rightsUntil) };
  return { ...plain, genres: [...genres], tags: [...tags], people: [...people], ...rights };
}

/** An import as the contract tells it. */
export function importView({ mediaImport, failures }: ImportReport): ImportView {
  const { id, path, state, isPaused, found, done } = mediaImport;
  return { id, path, state, isPaused, found, done, failed: failures.map(({ path, code, reason }) => ({ path, code, reason })) };
}

function mediaFileView({ path, sizeBytes, container, picture, sound, duration }: MediaFile): MediaFileView {
  return {
    path,
    sizeBytes,
    container,
    videoCodec: picture?.codec ?? null,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    frameRate: formatFrameRate(ownRate(picture)),
    audioCodec: sound?.codec ?? null,
    audioChannels: sound?.channels ?? null,
    durationMs: duration,
  };
}

function instantText(instant: Milliseconds): string {
  return new Date(instant).toISOString();
}

function instantOrNull(instant: Milliseconds | null): string | null {
  return instant === null ? null : instantText(instant);
}
