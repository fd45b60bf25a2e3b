import { type MouseEvent, memo } from 'react';
import { type FrameRate, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { BroadcastDay } from '../../../shared/time/station-calendar.ts';
import { timeOfDay } from '../../ui/time-text.ts';
import { mapStretches } from './map-stretches.ts';
import type { ScheduleDay } from './schedule-day.ts';
import type { LockView, ScheduleRow } from './schedule-rows.ts';
import { pixelAt, type TimeWindow, ticks } from './timeline-scale.ts';
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
  const whole = wholeOf(day);
  const percent = (instant: Milliseconds) => percentOf(instant, whole);
  const go = ({ currentTarget, clientX }: MouseEvent<HTMLButtonElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const there = milliseconds(whole.from + ((clientX - left) / width) * whole.span);
    useTimelineStore.getState().reveal(there);
    zoomTo(window.span, there);
  };
  return (
    <div className="day-map">
      <button type="button" className="day-map-strip" aria-label="Map of the day" onClick={go}>
        <Stretches rows={rows} day={day} rate={rate} />
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

interface StretchesProps {
  readonly rows: readonly ScheduleRow[];
  readonly day: BroadcastDay;
  readonly rate: FrameRate;
}

/** Drawn anew only when the day is another one, or planned anew: not with every second. */
const Stretches = memo(function Stretches({ rows, day, rate }: StretchesProps) {
  const whole = wholeOf(day);
  const items = rows.map(({ item }) => item);
  return mapStretches(items, day, rate).map(({ from, to, kind }) => (
    <i
      key={from}
      className={kind === null ? 'day-map-gap' : `day-map-${kind}`}
      style={{ left: percentOf(from, whole), right: `${100 - pixelAt(to, whole, 100)}%` }}
    />
  ));
});

function wholeOf({ startsAt, endsAt }: BroadcastDay): TimeWindow {
  return { from: startsAt, span: milliseconds(endsAt - startsAt) };
}

function percentOf(instant: Milliseconds, whole: TimeWindow): string {
  return `${pixelAt(instant, whole, 100)}%`;
}
