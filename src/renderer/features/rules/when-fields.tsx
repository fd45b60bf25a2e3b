import type { Daypart } from '../../../shared/contract/index.ts';
import { NumberInput } from '../../ui/number-input.tsx';
import { DateFields } from './date-fields.tsx';
import { RuleField } from './rule-field.tsx';
import { TimeInput } from './time-input.tsx';
import { WEEKDAYS } from './week-grid-model.ts';

interface WhenFieldsProps {
  readonly daypart: Daypart;
  readonly field: string;
  readonly edit: (part: Partial<Daypart>) => void;
}

/** When a daypart airs: its times, its days of the week or dates, and how it begins. */
export function WhenFields({ daypart, field, edit }: WhenFieldsProps) {
  const date = new Date().toISOString().slice(0, 10);
  return (
    <>
      <div className="daypart-times">
        <RuleField label="From" field={`${field}.from`}>
          <TimeInput value={daypart.from} onChange={(from) => edit({ from })} />
        </RuleField>
        <RuleField label="To" field={`${field}.to`}>
          <TimeInput value={daypart.to} onChange={(to) => edit({ to })} />
        </RuleField>
        <RuleField label="Priority" field={`${field}.priority`}>
          <NumberInput value={daypart.priority} min={0} max={100} onChange={(priority) => edit({ priority })} />
        </RuleField>
      </div>
      <RuleField label="Airs" field={`${field}.when`}>
        <select value={daypart.when.type} onChange={({ target }) => edit({ when: whenOf(target.value, date) })}>
          <option value="weekly">Every week</option>
          <option value="dates">On single dates</option>
        </select>
      </RuleField>
      {daypart.when.type === 'weekly' ? (
        <DayButtons days={daypart.when.days} edit={edit} />
      ) : (
        <DateFields dates={daypart.when.dates} onChange={(dates) => edit({ when: { type: 'dates', dates } })} />
      )}
      <RuleField label="Starts" field={`${field}.start`}>
        <select value={daypart.start} onChange={({ target }) => edit({ start: target.value as Daypart['start'] })}>
          <option value="fixed">On time, to the frame</option>
          <option value="follow">When what is on ends</option>
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

function whenOf(type: string, date: string): Daypart['when'] {
  return type === 'dates' ? { type, dates: [date] } : { type: 'weekly', days: [...WEEKDAYS] };
}
