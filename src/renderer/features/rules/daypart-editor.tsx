import { Trash2 } from 'lucide-react';
import type { Daypart, Plan } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RuleField } from './rule-field.tsx';
import { useRulesStore, withDaypart } from './rules-store.ts';
import { SelectionFields } from './selection-fields.tsx';
import { WEEKDAYS } from './week-grid-model.ts';
import './daypart-editor.css';

/** The selected daypart: when it is, what it plays, and its breaks. */
export function DaypartEditor({ plan }: { readonly plan: Plan }) {
  const { selected, select, change } = useRulesStore();
  const index = plan.dayparts.findIndex(({ id }) => id === selected);
  const daypart = plan.dayparts[index];
  if (daypart === undefined) {
    return (
      <Panel title="Daypart" note={null} actions={null}>
        <p className="rules-hint">
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
        <SelectionFields selection={daypart.selection} field={`${field}.selection`} onChange={(selection) => edit({ selection })} />
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

interface WhenFieldsProps {
  readonly daypart: Daypart;
  readonly field: string;
  readonly edit: (part: Partial<Daypart>) => void;
}

function WhenFields({ daypart, field, edit }: WhenFieldsProps) {
  return (
    <>
      <div className="daypart-times">
        <RuleField label="From" field={`${field}.from`}>
          <input type="time" value={daypart.from} onChange={({ target }) => edit({ from: target.value })} />
        </RuleField>
        <RuleField label="To" field={`${field}.to`}>
          <input type="time" value={daypart.to} onChange={({ target }) => edit({ to: target.value })} />
        </RuleField>
        <RuleField label="Priority" field={`${field}.priority`}>
          <input
            type="number"
            min={0}
            max={100}
            value={daypart.priority}
            onChange={({ target }) => edit({ priority: Number(target.value) })}
          />
        </RuleField>
      </div>
      {daypart.when.type === 'weekly' ? (
        <DayButtons days={daypart.when.days} edit={edit} />
      ) : (
        <RuleField label="Dates" field={`${field}.when`}>
          <input
            key={daypart.when.dates.join()}
            defaultValue={daypart.when.dates.join(', ')}
            onBlur={({ target }) => edit({ when: { type: 'dates', dates: target.value.split(/[\s,]+/).filter((date) => date !== '') } })}
          />
        </RuleField>
      )}
      <RuleField label="Starts" field={`${field}.start`}>
        <select value={daypart.start} onChange={({ target }) => edit({ start: target.value as Daypart['start'] })}>
          <option value="fixed">On time, to the frame</option>
          <option value="follow">When what is on has ended</option>
        </select>
      </RuleField>
    </>
  );
}

type Weekly = Extract<Daypart['when'], { readonly type: 'weekly' }>;

function DayButtons({ days, edit }: { readonly days: Weekly['days'] } & Pick<WhenFieldsProps, 'edit'>) {
  const toggle = (day: (typeof WEEKDAYS)[number]) => {
    const chosen = WEEKDAYS.filter((each) => (each === day ? !days.includes(each) : days.includes(each)));
    if (chosen.length > 0) edit({ when: { type: 'weekly', days: [...chosen] } });
  };
  return (
    <fieldset className="daypart-days" aria-label="Days">
      {WEEKDAYS.map((day) => (
        <button key={day} type="button" aria-pressed={days.includes(day)} onClick={() => toggle(day)}>
          {day.charAt(0).toUpperCase() + day.slice(1)}
        </button>
      ))}
    </fieldset>
  );
}
