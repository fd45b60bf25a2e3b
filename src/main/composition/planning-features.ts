import { GuideQueries } from '../application/guide/index.ts';
import { EditPlaylog } from '../application/playlog/index.ts';
import {
  DayQueries,
  DryRun,
  PlanAhead,
  type PlanAheadDependencies,
  PlanByPlan,
  PlanningDesk,
  PlanService,
} from '../application/schedule/index.ts';
import { TrafficService } from '../application/traffic/index.ts';
import { EventLoopPauses } from '../infrastructure/system/event-loop-pauses.ts';

/** The planner: by rotation as long as the station has no plan, by its plan from then on; and people's hands on both. */
export function planningFeatures(foundation: Omit<PlanAheadDependencies, 'byPlan'>) {
  const desk = new PlanningDesk({ ...foundation, pauses: new EventLoopPauses() });
  const planAhead = new PlanAhead({ ...foundation, byPlan: new PlanByPlan({ ...foundation, desk }) });
  return {
    planAhead,
    plans: new PlanService({ ...foundation, planAhead }),
    dryRun: new DryRun(desk, foundation.channel, foundation.rules),
    days: new DayQueries({ ...foundation, desk }),
    traffic: new TrafficService({ ...foundation, planAhead }),
    guide: new GuideQueries(foundation.unitOfWork, foundation.clock, foundation.channel),
    editPlaylog: new EditPlaylog(foundation),
  };
}
