import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import { frameDueAt, frames } from '../../../shared/time/index.ts';
import type { ScheduleRow } from './schedule-rows.ts';
import { pixelAt, type TimeWindow } from './timeline-scale.ts';

/** A box of the timeline, in pixels from its left edge: an item, or several that are too narrow to be told apart. */
export interface TimelineBlock {
  readonly key: string;
  readonly left: number;
  readonly width: number;
  readonly rows: readonly ScheduleRow[];
}

/** Narrower items than this are drawn together. */
const NARROWEST_PX = 4;

/** The boxes of the items that are in sight. Never more of them than a quarter of the pixels, however many items the day has. */
export function timelineBlocks(rows: readonly ScheduleRow[], window: TimeWindow, width: number, rate: FrameRate): readonly TimelineBlock[] {
  const blocks: TimelineBlock[] = [];
  for (const row of rows) {
    const left = pixelAt(frameDueAt(row.item.startFrame, rate), window, width);
    const right = pixelAt(frameDueAt(endOf(row), rate), window, width);
    if (right < 0 || left > width) continue;
    const last = blocks.at(-1);
    const joins = last !== undefined && right - left < NARROWEST_PX && last.width < NARROWEST_PX;
    if (joins) blocks[blocks.length - 1] = { ...last, width: right - last.left, rows: [...last.rows, row] };
    else blocks.push({ key: row.item.id, left, width: right - left, rows: [row] });
  }
  return blocks;
}

/** Where something dragged snaps to: the seam, or null for none near enough. */
export interface Seam {
  readonly frame: Frames;
  /** The item that ends there; null before the first. */
  readonly afterItemId: string | null;
}

/** The seam between two items that is nearest to a frame, within `reach` frames of it. */
export function nearestSeam(rows: readonly ScheduleRow[], frame: Frames, reach: Frames): Seam | null {
  const first = rows.slice(0, 1).map(({ item }): Seam => ({ frame: item.startFrame, afterItemId: null }));
  const seams = [...first, ...rows.map((row): Seam => ({ frame: endOf(row), afterItemId: row.item.id }))];
  const near = seams.filter((seam) => Math.abs(seam.frame - frame) <= reach);
  return near.toSorted((one, other) => Math.abs(one.frame - frame) - Math.abs(other.frame - frame))[0] ?? null;
}

function endOf({ item }: ScheduleRow): Frames {
  return frames(item.startFrame + item.durationFrames);
}
