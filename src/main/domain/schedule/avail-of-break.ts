import type { Plan } from '../../../shared/contract/plan.ts';
import { type FrameRate, type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { DayBreak } from './day-programmes.ts';

/** The time of a break that spots can have: what has one, and what is open. */
export interface BreakAvail {
  readonly availFrames: Frames;
  readonly filledFrames: Frames;
  /** Without a spot: promos and filler stand there, or the break is that much shorter. */
  readonly openFrames: Frames;
}

/** The avail of a break by the pattern that made it. What no pattern made, or one without spots, has none but the spots in it. */
export function availOfBreak(plan: Plan, dayBreak: DayBreak, rate: FrameRate): BreakAvail {
  const { breakId, occurrence, filledFrames, standInFrames, durationFrames } = dayBreak;
  const daypart = plan.dayparts.find(({ id }) => occurrence?.startsWith(`${id}@`));
  const pattern = breakId === null ? undefined : plan.breakPatterns.find(({ id }) => id === daypart?.breaks);
  const whole = pattern?.pod.includes('spots') ? msToFrames(milliseconds(pattern.lengthSeconds * 1000), rate) : 0;
  const unused = Math.max(0, whole - durationFrames);
  const openFrames = pattern === undefined ? 0 : standInFrames + unused;
  return { availFrames: frames(filledFrames + openFrames), filledFrames: frames(filledFrames), openFrames: frames(openFrames) };
}
