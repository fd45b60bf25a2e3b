import { type KeyboardEvent, useState } from 'react';
import { dateAfter } from '../../shared/time/station-calendar.ts';
import { dayOfText } from './day-text.ts';
import './day-input.css';

interface DayInputProps {
  /** What it is called, where no label stands around it; null: one does. */
  readonly label: string | null;
  /** The day, as yyyy-mm-dd; empty: none yet. */
  readonly value: string;
  readonly onPick: (date: string) => void;
}

const NO_SUCH_DAY = 'No such day. Write year-month-day, as in 2026-03-29.';
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** An input for a day as a station writes it, whatever the computer's language: yyyy-mm-dd. Only days that there are come out of it; leaving it brings the last one back. */
export function DayInput({ label, value, onPick }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && dayOfText(typed) === null;
  const type = (input: HTMLInputElement) => {
    const day = dayOfText(input.value);
    setTyped(input.value);
    // A form is not sent with a day that it does not show.
    input.setCustomValidity(day === null ? NO_SUCH_DAY : '');
    if (day !== null && day !== value) onPick(day);
  };
  const showPicked = (input: HTMLInputElement) => {
    setTyped(null);
    input.setCustomValidity('');
  };
  const step = (event: KeyboardEvent<HTMLInputElement>) => {
    const days = STEPS[event.key];
    if (days === undefined || value === '') return;
    event.preventDefault();
    showPicked(event.currentTarget);
    onPick(dateAfter(value, days));
  };
  return (
    <input
      className="day-input"
      aria-label={label ?? undefined}
      aria-invalid={isWrong}
      title={isWrong ? NO_SUCH_DAY : 'Year-month-day. ↑ and ↓: a day later, a day before.'}
      placeholder="yyyy-mm-dd"
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={typed ?? value}
      onChange={({ target }) => type(target)}
      onKeyDown={step}
      onBlur={({ currentTarget }) => showPicked(currentTarget)}
    />
  );
}
