import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { DayCopy, DayCopyTrial } from '../../../shared/contract/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay, type StationCalendar } from '../../../shared/time/station-calendar.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { dayName, timeOfDay } from '../../ui/time-text.ts';
import { makeCopy } from './copy-day.ts';
import { type CopyVerdict, useCopyDayStore } from './copy-day-store.ts';
import { useScheduleStore } from './schedule-store.ts';
import './copy-day-dialog.css';

/** Asks which day is to air again on which other one, and says what would come of it before it is done. */
export function CopyDayDialog({ calendar }: { readonly calendar: StationCalendar }) {
  const copy = useCopyDayStore((state) => state.copy);
  return copy === null ? null : <OpenDialog copy={copy} calendar={calendar} />;
}

function OpenDialog({ copy, calendar }: { readonly copy: DayCopy; readonly calendar: StationCalendar }) {
  const { client } = useStation();
  const { verdict, consider, close } = useCopyDayStore();
  const [isSure, setSure] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const change = (part: Partial<DayCopy>) => {
    setSure(false);
    void consider(client.calls.playlog, { ...copy, ...part });
  };
  const possible = verdict.state === 'possible' && verdict.trial.copied > 0 ? verdict.trial : null;
  const mayCopy = possible !== null && (isSure || possible.leftOut.length === 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible === null || !mayCopy) return;
    const { make, showDay } = useScheduleStore.getState();
    showDay(copy.to);
    close();
    const what = `Copy ${nameOf(copy.from, calendar)} to ${nameOf(copy.to, calendar)}`;
    void make(what, client.calls, () => makeCopy(client.calls.playlog, copy, possible));
  };
  return (
    <dialog ref={dialog} className="copy-day" aria-label="Copy a day" onClose={close}>
      <form onSubmit={submit}>
        <h2>Copy a day</h2>
        <p>Every item starts at its own local time. The time between is planned by the rules.</p>
        <div className="copy-day-days">
          <DayField label="From" date={copy.from} calendar={calendar} onPick={(from) => change({ from })} />
          <DayField label="To" date={copy.to} calendar={calendar} onPick={(to) => change({ to })} />
        </div>
        <label className="copy-day-choice">
          <input
            type="checkbox"
            checked={copy.what === 'everything'}
            onChange={({ target }) => change({ what: target.checked ? 'everything' : 'programmes' })}
          />
          With its spots, promos and all else, not only its programmes
        </label>
        <VerdictWords verdict={verdict} zone={calendar.zone} />
        {possible !== null && possible.leftOut.length > 0 && (
          <label className="copy-day-choice">
            <input type="checkbox" checked={isSure} onChange={({ target }) => setSure(target.checked)} />
            Leave {possible.leftOut.length === 1 ? 'it' : 'them'} out
          </label>
        )}
        <div className="copy-day-end">
          <Button tone="quiet" icon={null} onClick={close}>
            Cancel
          </Button>
          <button type="submit" className="button button-primary" disabled={!mayCopy}>
            Copy
          </button>
        </div>
      </form>
    </dialog>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly date: string;
  readonly calendar: StationCalendar;
  readonly onPick: (date: string) => void;
}

function DayField({ label, date, calendar, onPick }: DayFieldProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is in DayInput
    <label>
      <span className="caption">
        {label} · {nameOf(date, calendar)}
      </span>
      <DayInput label={label} value={date} onPick={onPick} />
    </label>
  );
}

function VerdictWords({ verdict, zone }: { readonly verdict: CopyVerdict; readonly zone: string }) {
  switch (verdict.state) {
    case 'asking':
      return <p role="status">Looking at that day…</p>;
    case 'refused':
      return (
        <p role="status" className="copy-day-refused">
          {refusalSentence(verdict.refusal)}
        </p>
      );
    case 'possible':
      return <TrialWords trial={verdict.trial} zone={zone} />;
  }
}

function TrialWords({ trial, zone }: { readonly trial: DayCopyTrial; readonly zone: string }) {
  const { copied, leftOut } = trial;
  return (
    <div role="status">
      <p>
        {copied} {copied === 1 ? 'item' : 'items'} would be placed. What people placed there and is in the way goes; it is one change to
        undo.
      </p>
      {leftOut.length > 0 && (
        <>
          <p className="copy-day-refused">{leftOut.length} may not air there:</p>
          <ul className="copy-day-left-out">
            {leftOut.map(({ title, startsAt, reason }) => (
              <li key={`${startsAt} ${title}`}>
                <time>{timeOfDay(milliseconds(Date.parse(startsAt)), zone)}</time> {title} <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function nameOf(date: string, calendar: StationCalendar): string {
  return dayName(broadcastDay(calendar, date).startsAt, calendar.zone);
}
