import { type FrameRate, type Frames, type Milliseconds, milliseconds, msToFrames } from '../../../shared/time/index.ts';

/** What the planner goes by. */
export interface PlanRules {
  /** A playlog that reaches less far ahead than this is added to. */
  readonly ahead: Milliseconds;
  /** What is planned beyond that each time, so that it is not done item by item. */
  readonly chunk: Milliseconds;
  /** The near future that only air controls may change. */
  readonly lockWindow: Milliseconds;
  /** How long it takes to cue: slate and other stopgaps give way after that, lock window or not. */
  readonly cueWindow: Milliseconds;
  /** Shorter assets are refused. */
  readonly shortest: Milliseconds;
  /** Newcomers change nothing that comes sooner than this, apart from stopgaps. */
  readonly newcomersWait: Milliseconds;
  /** The most items that one run plans. */
  readonly atMost: number;
}

const HOUR_MS = 3_600_000;

/** How every station plans, until its rules can be edited. */
export const DEFAULT_PLAN_RULES: PlanRules = {
  // Two days are promised at any moment; the minutes are for the time between two looks.
  ahead: milliseconds(48 * HOUR_MS + 5 * 60_000),
  chunk: milliseconds(HOUR_MS),
  lockWindow: milliseconds(30_000),
  cueWindow: milliseconds(6_000),
  shortest: milliseconds(500),
  newcomersWait: milliseconds(HOUR_MS),
  atMost: 40_000,
};

/** The first frame that is at least `length` after `from`. */
export function frameAfter(from: Frames, length: Milliseconds, rate: FrameRate): Frames {
  return (from + msToFrames(length, rate)) as Frames;
}
