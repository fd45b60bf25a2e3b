import { Plus, X } from 'lucide-react';
import { dateAfter } from '../../../shared/time/station-calendar.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import './date-fields.css';

interface DateFieldsProps {
  readonly dates: readonly string[];
  readonly onChange: (dates: string[]) => void;
}

/** The dates of a daypart that is an exception to the week. The last one stays: without a date it would never air. */
export function DateFields({ dates, onChange }: DateFieldsProps) {
  return (
    <fieldset className="date-fields" aria-label="Dates">
      {dates.map((date, index) => (
        <span key={date}>
          <DayInput label={`Date ${index + 1}`} value={date} onPick={(picked) => onChange(distinct(dates.with(index, picked)))} />
          <button
            type="button"
            aria-label={`Remove ${date}`}
            disabled={dates.length === 1}
            onClick={() => onChange(dates.filter((each) => each !== date))}
          >
            <X />
          </button>
        </span>
      ))}
      <Button tone="quiet" icon={<Plus />} onClick={() => onChange([...dates, dateAfter(dates.at(-1) ?? '', 1)])}>
        Add a date
      </Button>
    </fieldset>
  );
}

function distinct(dates: readonly string[]): string[] {
  return [...new Set(dates)].toSorted();
}
