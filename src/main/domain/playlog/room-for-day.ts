import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** How the playlog makes room for items that a person places on a day. What lies between `from` and `until` is to be planned around them. */
export interface RoomForDay {
  /** What stays before it; the last one may end sooner than it did. */
  readonly before: readonly PlaylogItem[];
  /** The items, and what people had placed there and they do not touch, in order. */
  readonly placed: readonly PlaylogItem[];
  /** What stays behind it. */
  readonly behind: readonly PlaylogItem[];
  readonly from: Frames;
  readonly until: Frames;
  /** What people had placed and has to go. */
  readonly gaveWay: readonly PlaylogItem[];
}

/**
 * Makes room for a day's items: what began before the day ends by itself unless the first of them starts sooner, and what comes after the day
 * stays as it is, except the rest of a programme whose beginning went.
 *
 * @param standing the playlog from now on, without a gap
 * @param items in order and without overlap; where a day is no whole number of frames, the first may start one before `begins`
 * @param begins the first frame that may be changed
 */
export function roomForDay(standing: readonly PlaylogItem[], items: readonly PlaylogItem[], begins: Frames, ends: Frames): RoomForDay {
  const first = items[0]?.startFrame ?? begins;
  const kept = standing.filter(({ startFrame }) => startFrame < begins && startFrame < first);
  const before = kept.map((item) => (endFrame(item) > first ? { ...item, durationFrames: frames(first - item.startFrame) } : item));
  const last = before.at(-1);
  const from = last === undefined ? begins : endFrame(last);
  const lastEnd = Math.max(ends, ...items.slice(-1).map(endFrame));
  const open = standing.slice(kept.length);
  const behind = open.slice(firstBehind(open, lastEnd));
  const going = open.slice(0, open.length - behind.length).filter(({ origin }) => origin.placedBy !== null);
  const untouched = untouchedBy(
    items,
    going.filter(({ startFrame }) => startFrame >= from),
  );
  const staying = new Set(untouched);
  return {
    before,
    placed: [...items, ...untouched].sort((one, other) => one.startFrame - other.startFrame),
    behind,
    from,
    until: behind[0]?.startFrame ?? frames(Math.max(lastEnd, ...untouched.map(endFrame))),
    gaveWay: going.filter((item) => !staying.has(item)),
  };
}

/** The place of the first item behind a frame that does not go on with a programme from before it. */
function firstBehind(items: readonly PlaylogItem[], frame: number): number {
  const reached = items.findIndex(({ startFrame }) => startFrame >= frame);
  if (reached < 0) return items.length;
  const begun = new Set(items.slice(0, reached).flatMap(({ origin }) => origin.airingId ?? []));
  return Math.max(reached, items.findLastIndex(({ origin }) => origin.airingId !== null && begun.has(origin.airingId)) + 1);
}

/** Those of `standing` that share no frame with any of `items`. Both are in order and without overlap. */
function untouchedBy(items: readonly PlaylogItem[], standing: readonly PlaylogItem[]): readonly PlaylogItem[] {
  let next = 0;
  return standing.filter((item) => {
    for (let other = items[next]; other !== undefined && endFrame(other) <= item.startFrame; other = items[next]) next += 1;
    const other = items[next];
    return other === undefined || other.startFrame >= endFrame(item);
  });
}
