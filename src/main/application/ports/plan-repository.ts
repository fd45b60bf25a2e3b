import type { Plan } from '../../../shared/contract/plan.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import type { SeriesPlay } from '../../domain/schedule/index.ts';

/** A plan that somebody put in force. */
export interface StoredPlan {
  /** Counts from 1. */
  readonly revision: number;
  readonly plan: Plan;
  /** What the playlog was last planned by, as the planner wrote it; null: it was not yet. */
  readonly plannedStamp: string | null;
}

/** The plan in force, and what it remembers of series. */
export interface PlanRepository {
  /** null: nobody gave the station a plan. */
  get(): Promise<StoredPlan | null>;
  /** Puts a plan in force and gives its revision. */
  put(plan: Plan, by: string, at: Milliseconds): Promise<number>;
  setPlannedStamp(stamp: string): Promise<void>;
  /** The latest play of each series that began before `before`. */
  latestSeriesPlays(before: Frames): Promise<readonly SeriesPlay[]>;
  /** Forgets the plays that begin at `from` or later and notes others. */
  replaceSeriesPlays(from: Frames, plays: readonly SeriesPlay[]): Promise<void>;
}
