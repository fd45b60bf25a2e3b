import type { ItemSource, Rundown, RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import type { Decibels, Frames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** Where an asset's picture and sound are. */
export interface AirableMedia {
  readonly path: string;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly gainDb: Decibels;
}

/** What the engine is to know of a stretch of the playlog. */
export interface RundownRequest {
  readonly revision: number;
  readonly items: readonly PlaylogItem[];
  /** By asset id. An item whose asset is not among them airs as slate. */
  readonly media: ReadonlyMap<string, AirableMedia>;
  /** What the engine fills unplanned time with, played in turn. */
  readonly filler: readonly AirableMedia[];
}

/** The playlog as the engine airs it: with the files in the items, so that it needs no database. */
export function toRundown(request: RundownRequest): Rundown {
  return {
    revision: request.revision,
    items: request.items.map((item) => toRundownItem(item, request.media)),
    filler: request.filler.map((media) => fileSource(media, 0 as Frames)),
  };
}

function toRundownItem(item: PlaylogItem, media: RundownRequest['media']): RundownItem {
  const { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId } = item;
  return { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId, source: sourceOf(item, media) };
}

function sourceOf({ assetId, inputId, inFrame }: PlaylogItem, media: RundownRequest['media']): ItemSource {
  if (inputId !== null) return { type: 'live', inputId };
  const file = assetId === null ? undefined : media.get(assetId);
  return file === undefined ? { type: 'slate' } : fileSource(file, inFrame);
}

function fileSource(media: AirableMedia, inFrame: Frames): ItemSource {
  return { type: 'file', path: media.path, inFrame, hasPicture: media.hasPicture, hasSound: media.hasSound, gainDb: media.gainDb };
}
