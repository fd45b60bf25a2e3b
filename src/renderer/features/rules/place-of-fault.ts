import type { Plan } from '../../../shared/contract/index.ts';
import type { RulesSection } from './rules-store.ts';

/** Where in the view an input of the plan is edited: the section, and what has to be in hand there. */
interface FaultPlace {
  readonly section?: RulesSection;
  readonly selected?: string;
  readonly pattern?: string;
}

/** Where the input is that the station holds something against, such as `plan.dayparts.2.name`; nowhere when there is none. */
export function placeOfFault(plan: Pick<Plan, 'dayparts' | 'breakPatterns'>, field: string | null): FaultPlace {
  const [list = '', index = 'none'] = field?.replace(/^plan\./, '').split('.') ?? [];
  if (list === 'dayparts') return { section: 'week', ...named('selected', plan.dayparts[Number(index)]?.id) };
  if (list === 'breakPatterns') return { section: 'breaks', ...named('pattern', plan.breakPatterns[Number(index)]?.id) };
  return ['zone', 'dayStartsAt', 'hourlyId', 'seed', 'watershed'].includes(list) ? { section: 'day' } : {};
}

function named(name: 'selected' | 'pattern', id: string | undefined): FaultPlace {
  return id === undefined ? {} : { [name]: id };
}
