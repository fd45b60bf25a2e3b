import type { Plan } from '../../../shared/contract/plan.ts';
import { BUMPERS, FILL, PROMOS, STATION_IDS } from './break-maker.ts';
import { EVERYTHING_ELSE, GAP_FILL } from './gap-filler.ts';
import type { PoolRule } from './plan-library.ts';
import { poolRuleOf } from './programme-picker.ts';
import { EVERY_PROGRAMME } from './programme-placer.ts';

/** The pools that planning by a plan asks its library for as a rule. */
export function planPools(plan: Plan): readonly PoolRule[] {
  const selections = plan.dayparts.flatMap(({ selection }) => {
    if (selection.type === 'live') return [];
    return selection.type === 'block' ? selection.parts : [selection];
  });
  const rules = [...selections, EVERY_PROGRAMME].map(poolRuleOf).filter((rule) => rule !== null);
  return [...rules, BUMPERS, PROMOS, STATION_IDS, FILL, GAP_FILL, EVERYTHING_ELSE];
}
