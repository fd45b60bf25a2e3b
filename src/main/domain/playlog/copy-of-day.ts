import type { DayCopy } from '../../../shared/contract/playlog-copy-day.ts';
import { type FrameRate, type Frames, frameDueAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { daysBetween, sameTimeDaysLater } from '../../../shared/time/station-calendar.ts';
import { endFrame } from './end-frame.ts';
import type { PlannedItem, PlaylogItem } from './playlog-item.ts';
import { NO_ORIGIN } from './playlog-origin.ts';

/** Clocks change at a full quarter of an hour, wherever they are: within one the shift is the same. To look it up takes a tenth of a millisecond. */
const CLOCK_STEP_MS = 900_000;

/** Which day is copied, where to, and by whom. Dates are of broadcast days, in the channel's zone. */
export interface DayToCopy {
  /** In order: the day's, and what follows up to the end of its last programme. */
  readonly items: readonly PlaylogItem[];
  readonly from: string;
  /** The stretch of that day, half-open: what belongs to a programme that began in it is copied. */
  readonly begins: Frames;
  readonly ends: Frames;
  readonly to: string;
  readonly what: DayCopy['what'];
  readonly zone: string;
  readonly rate: FrameRate;
  readonly by: string;
}

/** A day's items at the same local times of another day. */
export interface CopyOfDay {
  /** In order and without overlap, each placed by the person; what is between them is still to be planned. */
  readonly items: readonly PlannedItem[];
  /** For which the clock change of either day leaves no time. */
  readonly withoutTime: readonly PlaylogItem[];
}

/**
 * Copies a day. Every item starts at its local time, but what belongs to one programme keeps together, breaks and all, where the clock changes
 * within it. What then reaches into the item after it is cut there. Slate and live inputs are left to the plan.
 */
export function copyOfDay(day: DayToCopy): CopyOfDay {
  const copied: PlannedItem[] = [];
  const withoutTime: PlaylogItem[] = [];
  for (const { items, shift } of runsOf(day)) {
    const wanted = items.filter(({ assetId, kind }) => assetId !== null && (day.what === 'everything' || kind === 'programme'));
    if (shift === null) withoutTime.push(...wanted);
    else copied.push(...wanted.map((item) => copyOf(item, frames(item.startFrame + shift), day)));
  }
  return { items: withoutOverlap(copied.sort((one, other) => one.startFrame - other.startFrame)), withoutTime };
}

/** Items that keep their distance from one another, and by how many frames they are shifted; null: that day has no such time. */
interface Run {
  readonly items: readonly PlaylogItem[];
  readonly shift: number | null;
}

function* runsOf(day: DayToCopy): Generator<Run> {
  const { items, begins, ends } = day;
  const shiftOf = shiftsOf(day);
  const lastPart = new Map(items.map(({ origin }, index) => [origin.airingId, index]));
  for (let index = 0; index < items.length; ) {
    const { startFrame, origin } = items[index] as PlaylogItem;
    const after = 1 + (origin.airingId === null ? index : (lastPart.get(origin.airingId) ?? index));
    const isOfDay = startFrame >= begins && startFrame < ends;
    if (isOfDay) yield { items: items.slice(index, after), shift: shiftOf(startFrame) };
    index = after;
  }
}

/** By how many frames what starts at a frame is shifted; null: that day has no such time. */
function shiftsOf({ from, to, zone, rate }: DayToCopy): (frame: Frames) => number | null {
  const days = daysBetween(from, to);
  const known = new Map<number, number | null>();
  const shiftAt = (instant: Milliseconds) => {
    const target = sameTimeDaysLater(instant, days, zone);
    return target === null ? null : Math.round(((target - instant) * rate.num) / (rate.den * 1000));
  };
  return (frame) => {
    // A microsecond of grace: a frame that is due at a whole millisecond may fall a hair short of it in binary.
    const quarter = Math.floor((frameDueAt(frame, rate) + 1e-3) / CLOCK_STEP_MS);
    const shift = known.get(quarter);
    if (shift !== undefined) return shift;
    const found = shiftAt(milliseconds(quarter * CLOCK_STEP_MS));
    known.set(quarter, found);
    return found;
  };
}

function copyOf(item: PlaylogItem, startFrame: Frames, { from, by }: DayToCopy): PlannedItem {
  const { id: _, status: __, origin, ...planned } = item;
  const explanation = { rule: `Copied from ${from} by ${by}`, seed: null, candidateCount: 1, refused: [], relaxed: null };
  // Of the same day's copy the parts of a programme share it, and it is like no other in the playlog.
  const renamed = (id: string | null) => (id === null ? null : `${id}+${startFrame - item.startFrame}`);
  const belongsTo = { airingId: renamed(origin.airingId), breakId: renamed(origin.breakId), campaignId: origin.campaignId };
  return { ...planned, startFrame, explanation, origin: { ...NO_ORIGIN, ...belongsTo, placedBy: by } };
}

function withoutOverlap(items: readonly PlannedItem[]): readonly PlannedItem[] {
  return items.flatMap((item, index) => {
    const next = items[index + 1]?.startFrame ?? endFrame(item);
    const durationFrames = frames(Math.min(item.durationFrames, next - item.startFrame));
    return durationFrames > 0 ? { ...item, durationFrames } : [];
  });
}
