import type { PlaylogItem } from '../../../shared/contract/index.ts';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frameOnAirAt, frames, type Milliseconds, msToFrames } from '../../../shared/time/index.ts';

import { differenceOf, type StartDifference } from './start-difference.ts';

/** Where an item stands: behind the air, on it, too close to it to be changed, or free. */
export type ScheduleState = 'played' | 'partial' | 'missing' | 'failed' | 'on-air' | 'next' | 'locked' | 'planned';

/** One item of the schedule, as table and timeline show it. */
export interface ScheduleRow {
  readonly item: PlaylogItem;
  readonly state: ScheduleState;
  /** Whether a person may change it. */
  readonly isFree: boolean;
  /** How much of the time before the next fixed start is left behind it, negative where it is overdrawn; null when no fixed start follows. */
  readonly untilFixed: Frames | null;
  /** How far its start is from the one that was meant; null when nothing is known of that. */
  readonly difference: StartDifference | null;
}

/** The instant by the engine's clock, and how far ahead of it nothing may be changed. */
export interface LockView {
  readonly now: Milliseconds;
  readonly lockWindow: Milliseconds;
  readonly rate: FrameRate;
}

/** The first frame that may be changed. */
export function firstFreeFrame({ now, lockWindow, rate }: LockView): Frames {
  return frames(frameOnAirAt(now, rate) + msToFrames(lockWindow, rate));
}

/**
 * The items of a day with their states. What is on air and next is the engine's word. A row that is as it was is the very row of `before`, and so
 * are all of them together: of thousands of rows one or two change in a second, and nothing else need be drawn anew.
 */
export function scheduleRows(
  items: readonly PlaylogItem[],
  status: EngineStatus | null,
  lock: LockView,
  aired: ReadonlyMap<string, Milliseconds>,
  before: readonly ScheduleRow[],
): readonly ScheduleRow[] {
  const now = frameOnAirAt(lock.now, lock.rate);
  const free = firstFreeFrame(lock);
  const untilFixed = untilNextFixed(items);
  const rows = items.map((item, index): ScheduleRow => {
    const state = stateOf(item, status, now, free);
    const isFree = state === 'planned' || state === 'missing' || (state === 'next' && item.startFrame >= free);
    const row = { item, state, isFree, untilFixed: untilFixed[index] ?? null, difference: differenceOf(item, aired) };
    const was = before[index];
    return was !== undefined && isSameRow(row, was) ? was : row;
  });
  return rows.length === before.length && rows.every((row, index) => row === before[index]) ? before : rows;
}

function isSameRow(row: ScheduleRow, was: ScheduleRow): boolean {
  const isSame = row.item === was.item && row.state === was.state && row.isFree === was.isFree && row.untilFixed === was.untilFixed;
  return isSame && row.difference?.by === was.difference?.by && row.difference?.of === was.difference?.of;
}

function stateOf(item: PlaylogItem, status: EngineStatus | null, now: Frames, free: Frames): ScheduleState {
  if (status?.onAir?.item?.id === item.id) return 'on-air';
  if (item.status === 'partial') return 'partial';
  if (item.status === 'failed') return 'failed';
  if (item.status === 'aired') return 'played';
  if (item.startFrame + item.durationFrames <= now) return item.status === 'missed' ? 'missing' : 'played';
  if (status?.next?.item.id === item.id) return 'next';
  if (item.startFrame < free) return 'locked';
  return item.status === 'missed' ? 'missing' : 'planned';
}

/** For each item, what is left between its end and the next fixed start, negative where it is overdrawn; null when none follows. */
function untilNextFixed(items: readonly PlaylogItem[]): readonly (Frames | null)[] {
  const left: (Frames | null)[] = new Array(items.length).fill(null);
  let fixed: Frames | null = null;
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const item = items[index];
    if (item === undefined) continue;
    left[index] = fixed === null ? null : frames(fixed - (item.startFrame + item.durationFrames));
    if (item.startMode === 'fixed') fixed = item.startFrame;
  }
  return left;
}
