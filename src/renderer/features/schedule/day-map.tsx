import type { MouseEvent } from 'react';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { timeOfDay } from '../../ui/time-text.ts';
import { mapStretches } from './map-stretches.ts';
import type { ScheduleDay } from './schedule-day.ts';
import type { LockView, ScheduleRow } from './schedule-rows.ts';
import { pixelAt, ticks } from './timeline-scale.ts';
import { useTimelineStore } from './timeline-store.ts';
import './day-map.css';

interface DayMapProps {
  readonly data: ScheduleDay;
  readonly rows: readonly ScheduleRow[];
  readonly lock: LockView;
}

/** The whole broadcast day at a glance: coloured by kind, what nothing fills hatched, the timeline's window framed. A click goes there. */
export function DayMap({ data, rows, lock: { now, rate } }: DayMapProps) {
  const { day, calendar } = data;
  const window = useTimelineStore((state) => state.window);
  const zoomTo = useTimelineStore((state) => state.zoomTo);
  const whole = { from: day.startsAt, span: milliseconds(day.endsAt - day.startsAt) };
  const percent = (instant: Milliseconds) => `${pixelAt(instant, whole, 100)}%`;
  const go = ({ currentTarget, clientX }: MouseEvent<HTMLButtonElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const there = milliseconds(whole.from + ((clientX - left) / width) * whole.span);
    useTimelineStore.getState().reveal(there);
    zoomTo(window.span, there);
  };
  return (
    <div className="day-map">
      <button type="button" className="day-map-strip" aria-label="Map of the day" onClick={go}>
        {mapStretches(
          rows.map(({ item }) => item),
          day,
          rate,
        ).map(({ from, to, kind }) => (
          <i
            key={from}
            className={kind === null ? 'day-map-gap' : `day-map-${kind}`}
            style={{ left: percent(from), right: `${100 - pixelAt(to, whole, 100)}%` }}
          />
        ))}
        <i className="day-map-window" style={{ left: percent(window.from), width: `${(window.span * 100) / whole.span}%` }} />
        {now >= day.startsAt && now < day.endsAt && <i className="day-map-now" style={{ left: percent(now) }} />}
      </button>
      <div className="day-map-hours" aria-hidden="true">
        {ticks(whole, 1200).map((tick) => (
          <span key={tick} style={{ left: percent(tick) }}>
            {timeOfDay(tick, calendar.zone).slice(0, 5)}
          </span>
        ))}
      </div>
    </div>
  );
}
