import type { PlaylogItem } from '../../../shared/contract/index.ts';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frameOnAirAt, frames, type Milliseconds, msToFrames } from '../../../shared/time/index.ts';

/** Where an item stands: behind the air, on it, too close to it to be changed, or free. */
export type ScheduleState = 'played' | 'partial' | 'missing' | 'failed' | 'on-air' | 'next' | 'locked' | 'planned';

/** One item of the schedule, as table and timeline show it. */
export interface ScheduleRow {
  readonly item: PlaylogItem;
  readonly state: ScheduleState;
  /** Whether a person may change it. */
  readonly isFree: boolean;
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

/** The items of a day with their states. What is on air and next is the engine's word. */
export function scheduleRows(items: readonly PlaylogItem[], status: EngineStatus | null, lock: LockView): readonly ScheduleRow[] {
  const now = frameOnAirAt(lock.now, lock.rate);
  const free = firstFreeFrame(lock);
  return items.map((item) => {
    const state = stateOf(item, status, now, free);
    return { item, state, isFree: state === 'planned' || state === 'missing' || (state === 'next' && item.startFrame >= free) };
  });
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

/** How much of the time before the next fixed start is left (under) or overdrawn (over) behind an item; null when no fixed start follows. */
export function untilNextFixed(items: readonly PlaylogItem[], from: number): Frames | null {
  const fixed = items.slice(from + 1).find(({ startMode }) => startMode === 'fixed');
  const item = items[from];
  if (fixed === undefined || item === undefined) return null;
  return frames(fixed.startFrame - (item.startFrame + item.durationFrames));
}
