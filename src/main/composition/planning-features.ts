import { GuideQueries } from '../application/guide/index.ts';
import { CopyDay, EditPlaylog } from '../application/playlog/index.ts';
import {
  DayQueries,
  DryRun,
  PlanAhead,
  PlanByPlan,
  PlanningDesk,
  type PlanningFoundation,
  PlanService,
} from '../application/schedule/index.ts';
import { TrafficService } from '../application/traffic/index.ts';
import { EventLoopPauses } from '../infrastructure/system/event-loop-pauses.ts';

/** The planner: by the station's plan, or by the default one; and people's hands on what it makes. */
export function planningFeatures(foundation: PlanningFoundation) {
  const pauses = new EventLoopPauses();
  const desk = new PlanningDesk({ ...foundation, pauses });
  const planAhead = new PlanAhead({ ...foundation, byPlan: new PlanByPlan({ ...foundation, desk, pauses }) });
  return {
    planAhead,
    plans: new PlanService({ ...foundation, planAhead }),
    dryRun: new DryRun({ ...foundation, desk, pauses }),
    days: new DayQueries({ ...foundation, desk }),
    traffic: new TrafficService({ ...foundation, planAhead }),
    guide: new GuideQueries({ ...foundation, pauses }),
    editPlaylog: new EditPlaylog(foundation),
    copyDay: new CopyDay({ ...foundation, desk, planAhead }),
  };
}
