import { Trash2 } from 'lucide-react';
import type { Daypart, Plan } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RuleField } from './rule-field.tsx';
import { useRulesStore, withDaypart } from './rules-store.ts';
import { SelectionFields } from './selection-fields.tsx';
import { withSelection } from './selection-of.ts';
import { WhenFields } from './when-fields.tsx';
import './daypart-editor.css';

/** The selected daypart: when it is, what it plays, and its breaks. */
export function DaypartEditor({ plan }: { readonly plan: Plan }) {
  const { selected, select, change } = useRulesStore();
  const index = plan.dayparts.findIndex(({ id }) => id === selected);
  const daypart = plan.dayparts[index];
  if (daypart === undefined) {
    return (
      <Panel title="Daypart" note={null} actions={null}>
        <p className="hint">
          Select a daypart, or drag along a day's right edge to make one. Alt+arrows move it, with Shift they resize it, Del removes it.
        </p>
      </Panel>
    );
  }
  const edit = (part: Partial<Daypart>) => change(withDaypart(plan, { ...daypart, ...part }));
  const remove = () => {
    change({ ...plan, dayparts: plan.dayparts.filter(({ id }) => id !== daypart.id) });
    select(null);
  };
  const actions = (
    <Button tone="quiet" icon={<Trash2 />} disabled={plan.dayparts.length < 2} onClick={remove}>
      Remove
    </Button>
  );
  const field = `dayparts.${index}`;
  return (
    <Panel title="Daypart" note={daypart.name} actions={actions}>
      <div className="daypart-editor">
        <RuleField label="Name" field={`${field}.name`}>
          <input value={daypart.name} onChange={({ target }) => edit({ name: target.value })} />
        </RuleField>
        <WhenFields daypart={daypart} field={field} edit={edit} />
        <SelectionFields
          selection={daypart.selection}
          field={`${field}.selection`}
          onChange={(selection) => edit(withSelection(daypart, selection))}
        />
        <RuleField label="Breaks" field={`${field}.breaks`}>
          <select value={daypart.breaks ?? ''} onChange={({ target }) => edit({ breaks: target.value || null })}>
            <option value="">None</option>
            {plan.breakPatterns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </RuleField>
        <RuleField label="If too long" field={`${field}.overrun`}>
          <select value={daypart.overrun} onChange={({ target }) => edit({ overrun: target.value as Daypart['overrun'] })}>
            <option value="fit">Only what fits</option>
            <option value="trim">Cut at the end</option>
          </select>
        </RuleField>
      </div>
    </Panel>
  );
}
