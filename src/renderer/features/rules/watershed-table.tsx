import { Plus, X } from 'lucide-react';
import type { Plan } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RuleField } from './rule-field.tsx';
import { useRulesStore } from './rules-store.ts';
import { TimeInput } from './time-input.tsx';
import { WordsInput } from './words-input.tsx';
import './watershed-table.css';

type Watershed = Plan['watershed'][number];

/** So many watersheds the plan holds at most. */
const MOST = 20;

/** Ratings that air only at certain hours. What no line names airs at any time. */
export function WatershedTable({ plan }: { readonly plan: Plan }) {
  const { change } = useRulesStore();
  const set = (watershed: Watershed[]) => change({ ...plan, watershed });
  const edit = (index: number, part: Partial<Watershed>) =>
    set(plan.watershed.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const add = (
    <Button
      tone="plain"
      icon={<Plus />}
      disabled={plan.watershed.length >= MOST}
      onClick={() => set([...plan.watershed, { ratings: ['18'], from: '22:00', to: '06:00' }])}
    >
      Add a watershed
    </Button>
  );
  return (
    <Panel title="Watershed" note="ratings that air only between two times" actions={add}>
      {plan.watershed.length === 0 && <p className="hint">No watershed: every rating may air at any time of the day.</p>}
      <div className="watershed-table">
        {plan.watershed.map(({ ratings, from, to }, index) => (
          <fieldset key={index} aria-label={`Watershed ${index + 1}`}>
            <RuleField label="Ratings" field={`watershed.${index}.ratings`}>
              <WordsInput words={ratings} placeholder="such as 18, R" onChange={(words) => edit(index, { ratings: words })} />
            </RuleField>
            <RuleField label="only from" field={`watershed.${index}.from`}>
              <TimeInput value={from} onChange={(from) => edit(index, { from })} />
            </RuleField>
            <RuleField label="to" field={`watershed.${index}.to`}>
              <TimeInput value={to} onChange={(to) => edit(index, { to })} />
            </RuleField>
            <Button
              tone="quiet"
              icon={<X />}
              aria-label={`Remove watershed ${index + 1}`}
              onClick={() => set(plan.watershed.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </fieldset>
        ))}
      </div>
    </Panel>
  );
}
