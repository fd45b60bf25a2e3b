import type { Insertable, Selectable } from 'kysely';
import type { AssetKind } from '../../../shared/contract/index.ts';
import {
  decibels,
  type FrameRate,
  formatFrameRate,
  frames,
  type Milliseconds,
  milliseconds,
  parseFrameRate,
} from '../../../shared/time/index.ts';
import type {
  AirableAsset,
  Asset,
  AssetDetails,
  Flaw,
  Lifecycle,
  Loudness,
  MediaFile,
  PictureFacts,
  SoundFacts,
} from '../../domain/library/index.ts';
import { assetId } from '../../domain/library/index.ts';
import { searchableText } from './searchable-text.ts';
import type { AssetsTable, MediaFilesTable } from './tables/library-tables.ts';

/** An asset and its media file side by side, as a join of the two tables gives them. */
export type AssetRow = Selectable<AssetsTable> & Selectable<MediaFilesTable>;

/** The asset of a row. */
export function assetOfRow(row: AssetRow): Asset {
  return {
    id: assetId(row.id),
    kind: row.kind as AssetKind,
    title: row.title,
    houseId: row.house_id,
    lifecycle: row.lifecycle as Lifecycle,
    isApproved: row.is_approved === 1,
    gainDb: decibels(row.gain_db),
    media: mediaOfRow(row),
    importedAt: milliseconds(row.imported_at_ms),
    lastAiredAt: instantOfColumn(row.last_aired_at_ms),
    details: detailsOfRow(row),
    inFrame: row.in_frame === null ? null : frames(row.in_frame),
    outFrame: row.out_frame === null ? null : frames(row.out_frame),
    revision: row.revision,
    missingSince: instantOfColumn(row.missing_since_ms),
    binnedAt: instantOfColumn(row.deleted_at_ms),
    flaws: JSON.parse(row.flaws_json) as readonly Flaw[],
    intendedFlaws: JSON.parse(row.intended_flaws_json) as readonly Flaw[],
  };
}

/** The columns that the scheduler asks for: it reads the whole library, so no more than it needs. */
export const AIRABLE_COLUMNS = [
  'id',
  'kind',
  'title',
  'house_id',
  'path',
  'duration_ms',
  'video_codec',
  'audio_codec',
  'gain_db',
  'last_aired_at_ms',
] as const satisfies readonly (keyof AssetRow)[];

/** What the scheduler asks of a row. */
export function airableOfRow(row: Pick<AssetRow, (typeof AIRABLE_COLUMNS)[number]>): AirableAsset {
  return {
    id: assetId(row.id),
    kind: row.kind as AssetKind,
    title: row.title,
    houseId: row.house_id,
    path: row.path,
    duration: milliseconds(row.duration_ms),
    hasPicture: row.video_codec !== null,
    hasSound: row.audio_codec !== null,
    gainDb: decibels(row.gain_db),
    lastAiredAt: instantOfColumn(row.last_aired_at_ms),
  };
}

/** The columns of `assets` for an asset, without the one that only the database fills. */
export function assetColumns(asset: Asset): Omit<Insertable<AssetsTable>, 'seq'> {
  return {
    id: asset.id,
    house_id: asset.houseId,
    kind: asset.kind,
    title: asset.title,
    title_sort: searchableText(asset.title),
    lifecycle: asset.lifecycle,
    is_approved: asset.isApproved ? 1 : 0,
    gain_db: asset.gainDb,
    imported_at_ms: asset.importedAt,
    last_aired_at_ms: asset.lastAiredAt,
    deleted_at_ms: wholeOrNull(asset.binnedAt),
    ...detailColumns(asset.details),
    in_frame: asset.inFrame,
    out_frame: asset.outFrame,
    revision: asset.revision,
    missing_since_ms: wholeOrNull(asset.missingSince),
    flaws_json: JSON.stringify(asset.flaws),
    intended_flaws_json: JSON.stringify(asset.intendedFlaws),
    length_ms: asset.media.duration,
  };
}

function detailColumns(details: AssetDetails) {
  return {
    series: details.series,
    season: details.season,
    episode: details.episode,
    year: details.year,
    genres_json: JSON.stringify(details.genres),
    tags_json: JSON.stringify(details.tags),
    people_json: JSON.stringify(details.people),
    content_rating: details.contentRating,
    language: details.language,
    advertiser: details.advertiser,
    category: details.category,
    rights_from_ms: wholeOrNull(details.rightsFrom),
    rights_until_ms: wholeOrNull(details.rightsUntil),
    notes: details.notes,
  };
}

/** The columns of `media_files` for an asset. */
export function mediaColumns(asset: Asset): Insertable<MediaFilesTable> {
  const { media } = asset;
  return {
    asset_id: asset.id,
    path: media.path,
    size_bytes: media.sizeBytes,
    modified_at_ms: media.modifiedAt,
    fingerprint: media.fingerprint,
    container: media.container,
    duration_ms: media.duration,
    ...pictureColumns(media.picture),
    audio_codec: media.sound?.codec ?? null,
    audio_channels: media.sound?.channels ?? null,
    audio_sample_rate_hz: media.sound?.sampleRateHz ?? null,
    integrated_lufs: media.loudness?.integratedLufs ?? null,
    true_peak_db: media.loudness?.truePeakDb ?? null,
  };
}

function pictureColumns(picture: PictureFacts | null) {
  return {
    video_codec: picture?.codec ?? null,
    width_px: picture?.width ?? null,
    height_px: picture?.height ?? null,
    pixel_aspect_num: picture?.pixelAspect.num ?? null,
    pixel_aspect_den: picture?.pixelAspect.den ?? null,
    nominal_rate: rateColumn(picture?.nominalRate ?? null),
    average_rate: rateColumn(picture?.averageRate ?? null),
    is_interlaced: picture?.isInterlaced ? 1 : 0,
    rotation_degrees: picture?.rotationDegrees ?? 0,
  };
}

function rateColumn(rate: FrameRate | null): string | null {
  return rate === null ? null : formatFrameRate(rate);
}

function detailsOfRow(row: AssetRow): AssetDetails {
  return {
    series: row.series,
    season: row.season,
    episode: row.episode,
    year: row.year,
    genres: textsOfColumn(row.genres_json),
    tags: textsOfColumn(row.tags_json),
    people: textsOfColumn(row.people_json),
    contentRating: row.content_rating,
    language: row.language,
    advertiser: row.advertiser,
    category: row.category,
    rightsFrom: instantOfColumn(row.rights_from_ms),
    rightsUntil: instantOfColumn(row.rights_until_ms),
    notes: row.notes,
  };
}

function mediaOfRow(row: AssetRow): MediaFile {
  return {
    path: row.path,
    sizeBytes: row.size_bytes,
    modifiedAt: milliseconds(row.modified_at_ms),
    fingerprint: row.fingerprint,
    container: row.container,
    duration: milliseconds(row.duration_ms),
    picture: pictureOfRow(row),
    sound: soundOfRow(row),
    loudness: loudnessOfRow(row),
  };
}

function pictureOfRow(row: AssetRow): PictureFacts | null {
  const { video_codec: codec, width_px: width, height_px: height, pixel_aspect_num: num, pixel_aspect_den: den } = row;
  if (codec === null || width === null || height === null || num === null || den === null) return null;
  return {
    ...{ codec, width, height, pixelAspect: { num, den } },
    nominalRate: rateOfColumn(row.nominal_rate),
    averageRate: rateOfColumn(row.average_rate),
    isInterlaced: row.is_interlaced === 1,
    rotationDegrees: row.rotation_degrees as PictureFacts['rotationDegrees'],
  };
}

function soundOfRow(row: AssetRow): SoundFacts | null {
  if (row.audio_codec === null || row.audio_channels === null || row.audio_sample_rate_hz === null) return null;
  return { codec: row.audio_codec, channels: row.audio_channels, sampleRateHz: row.audio_sample_rate_hz };
}

function loudnessOfRow(row: AssetRow): Loudness | null {
  if (row.integrated_lufs === null || row.true_peak_db === null) return null;
  return { integratedLufs: row.integrated_lufs, truePeakDb: decibels(row.true_peak_db) };
}

function rateOfColumn(text: string | null): FrameRate | null {
  return text === null ? null : parseFrameRate(text);
}

function instantOfColumn(at: number | null): Milliseconds | null {
  return at === null ? null : milliseconds(at);
}

function textsOfColumn(json: string): readonly string[] {
  return JSON.parse(json) as readonly string[];
}

function wholeOrNull(at: Milliseconds | null): number | null {
  return at === null ? null : Math.round(at);
}
