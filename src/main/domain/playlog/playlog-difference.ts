import type { Frames } from '../../../shared/time/index.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** What two playlogs do not have in common. */
export interface PlaylogDifference {
  readonly before: readonly PlaylogItem[];
  readonly after: readonly PlaylogItem[];
  /** The first frame that another picture is on; null when they are the same. */
  readonly firstFrame: Frames | null;
}

/** Compares a playlog before and after a change. An item that only ends elsewhere differs from there on. */
export function playlogDifference(before: readonly PlaylogItem[], after: readonly PlaylogItem[]): PlaylogDifference {
  const was = new Map(before.map((item) => [item.id, item]));
  const is = new Map(after.map((item) => [item.id, item]));
  const gone = before.filter((item) => !isSameItem(item, is.get(item.id)));
  const come = after.filter((item) => !isSameItem(item, was.get(item.id)));
  const starts = [...gone.map((item) => differsFrom(item, is.get(item.id))), ...come.map((item) => differsFrom(item, was.get(item.id)))];
  const first = starts.sort((a, b) => a - b)[0];
  return { before: gone, after: come, firstFrame: first ?? null };
}

/** Whether an item is the same in place, picture and belonging. What became of it does not matter. */
export function isSameItem(item: PlaylogItem, other: PlaylogItem | undefined): boolean {
  return (
    other !== undefined &&
    isSameStart(item, other) &&
    item.durationFrames === other.durationFrames &&
    item.startMode === other.startMode &&
    item.origin.placedBy === other.origin.placedBy
  );
}

function differsFrom(item: PlaylogItem, other: PlaylogItem | undefined): Frames {
  if (other === undefined || !isSameStart(item, other) || item.durationFrames === other.durationFrames) return item.startFrame;
  return endFrame(item) < endFrame(other) ? endFrame(item) : endFrame(other);
}

function isSameStart(item: PlaylogItem, other: PlaylogItem): boolean {
  const { startFrame, assetId, inputId, inFrame } = item;
  return startFrame === other.startFrame && assetId === other.assetId && inputId === other.inputId && inFrame === other.inFrame;
}
