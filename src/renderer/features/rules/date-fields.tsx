import { Plus, X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import './date-fields.css';

interface DateFieldsProps {
  readonly dates: readonly string[];
  readonly onChange: (dates: string[]) => void;
}

/** The dates of a daypart that is an exception to the week. The last one stays: without a date it would never air. */
export function DateFields({ dates, onChange }: DateFieldsProps) {
  const next = new Date(Date.parse(dates.at(-1) ?? '') + 86_400_000).toISOString().slice(0, 10);
  return (
    <fieldset className="date-fields" aria-label="Dates">
      {dates.map((date, index) => (
        <span key={date}>
          <input
            type="date"
            aria-label={`Date ${index + 1}`}
            value={date}
            onChange={({ target }) => target.value !== '' && onChange(distinct(dates.with(index, target.value)))}
          />
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
      <Button tone="quiet" icon={<Plus />} onClick={() => onChange([...dates, next])}>
        Add a date
      </Button>
    </fieldset>
  );
}

function distinct(dates: readonly string[]): string[] {
  return [...new Set(dates)].toSorted();
}
