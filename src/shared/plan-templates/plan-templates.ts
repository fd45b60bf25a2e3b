import { type Plan, planSchema } from '../contract/plan.ts';
import { communityChannel } from './community-channel.ts';
import { movieChannel } from './movie-channel.ts';
import { musicChannel } from './music-channel.ts';
import { newsWheel } from './news-wheel.ts';
import { seriesChannel } from './series-channel.ts';
import type { TemplateDraft } from './template-draft.ts';

/** A plan to start from. */
export interface PlanTemplate {
  readonly id: string;
  readonly name: string;
  /** What it makes of a library, and what it asks of one. */
  readonly description: string;
  readonly plan: Plan;
}

/** Fills in what a draft leaves to the plan's own defaults. */
function templateOf({ plan, ...rest }: TemplateDraft): PlanTemplate {
  return { ...rest, plan: planSchema.parse(plan) };
}

/** All of them, the most common first. */
export const PLAN_TEMPLATES: readonly PlanTemplate[] = [movieChannel, seriesChannel, newsWheel, musicChannel, communityChannel].map(
  templateOf,
);
