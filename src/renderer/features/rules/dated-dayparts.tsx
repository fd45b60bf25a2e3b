import { CalendarDays } from 'lucide-react';
import type { Plan } from '../../../shared/contract/index.ts';
import { dateName } from './date-words.ts';
import { useRulesStore } from './rules-store.ts';
import './dated-dayparts.css';

/** So many dates of a daypart are named; the others are counted. */
const NAMED = 3;

/** All exceptions to the week, which air on single dates: the grid has those of the next seven days. */
export function DatedDayparts({ plan }: { readonly plan: Plan }) {
  const { selected, select } = useRulesStore();
  const dated = plan.dayparts.filter(({ when }) => when.type === 'dates');
  if (dated.length === 0) return null;
  return (
    <fieldset className="dated-dayparts" aria-label="Date exceptions">
      <span className="caption">On dates</span>
      {dated.map(({ id, name, from, to, when }) => (
        <button key={id} type="button" aria-pressed={selected === id} onClick={() => select(id)}>
          <CalendarDays />
          <b>{name}</b> {when.type === 'dates' && datesWords(when.dates)}, {from}–{to}
        </button>
      ))}
    </fieldset>
  );
}

function datesWords(dates: readonly string[]): string {
  const named = dates.slice(0, NAMED).map(dateName);
  return dates.length > NAMED ? `${named.join(', ')} and ${dates.length - NAMED} more` : named.join(', ');
}
