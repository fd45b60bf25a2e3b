import type { KeyboardEvent } from 'react';
import type { Daypart, Plan } from '../../../shared/contract/index.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { dayOfMonth, shortDate } from './date-words.ts';
import { daypartWords } from './daypart-words.ts';
import { useRulesStore, withDaypart } from './rules-store.ts';
import { drawnStretch, useGridGesture } from './use-grid-gesture.ts';
import { useLiveChoices } from './use-live-choices.ts';
import {
  DAY_MINUTES,
  datesOfWeek,
  type GridBlock,
  gridBlocks,
  movedDaypart,
  resizedDaypart,
  STEP_MINUTES,
  timeAt,
  WEEKDAYS,
} from './week-grid-model.ts';
import './week-grid.css';

const HOURS = Array.from({ length: 12 }, (_, index) => index * 120);
const DAY_NAMES = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' };

/** The week by broadcast days, with what airs on single dates from `today` on. Drag on a free place, or in the strip that stays free at a day's right edge, to make a daypart; drag a daypart to move it, its lower edge to resize it. */
export function WeekGrid({ plan, today }: { readonly plan: Plan; readonly today: string }) {
  const { gesture, begin, move, end, cancel } = useGridGesture(plan);
  const week = datesOfWeek(today);
  const blocks = gridBlocks(plan, week);
  const drawn = drawnStretch(gesture);
  return (
    <div className="week-grid">
      <div className="week-head caption">
        <span />
        {WEEKDAYS.map((day, index) => (
          <span key={day} aria-current={week[index] === today ? 'date' : undefined}>
            {DAY_NAMES[day]} <i>{dayOfMonth(week[index] ?? today)}</i>
          </span>
        ))}
      </div>
      <div className="week-body">
        <div className="week-hours" aria-hidden="true">
          {HOURS.map((minutes) => (
            <span key={minutes} style={{ top: percent(minutes) }}>
              {timeAt(minutes, plan.dayStartsAt)}
            </span>
          ))}
        </div>
        {WEEKDAYS.map((name, day) => (
          <fieldset
            key={name}
            className="week-column"
            aria-label={DAY_NAMES[name]}
            onPointerDown={(event) => begin(event, 'create', day, null)}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={cancel}
          >
            {blocks
              .filter((block) => block.day === day)
              .map((block) => (
                <WeekBlock
                  key={`${block.daypartId} ${block.date} ${block.isHead}`}
                  plan={plan}
                  block={
                    gesture?.block?.daypartId === block.daypartId ? shiftedBlock(block, gesture.what, gesture.at - gesture.from) : block
                  }
                  onGrab={(event, what) => begin(event, what, day, block)}
                />
              ))}
            {drawn?.day === day && <DrawnBlock plan={plan} from={drawn.from} to={drawn.to} />}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

interface WeekBlockProps {
  readonly plan: Plan;
  readonly block: GridBlock;
  readonly onGrab: (event: React.PointerEvent<HTMLElement>, what: 'move' | 'resize') => void;
}

function WeekBlock({ plan, block, onGrab }: WeekBlockProps) {
  const { selected, select } = useRulesStore();
  const inputs = useLiveChoices();
  const index = plan.dayparts.findIndex(({ id }) => id === block.daypartId);
  const daypart = plan.dayparts[index];
  if (daypart === undefined) return null;
  const words = daypartWords(daypart, inputs);
  const isLive = daypart.selection.type === 'live';
  const inset = Math.min(4, plan.dayparts.filter(({ priority }) => priority < daypart.priority).length) * 8;
  return (
    <button
      type="button"
      className={`week-block ${isLive ? 'week-block-live' : `week-tint-${index % 6}`}${block.date === null ? '' : ' week-block-dated'}`}
      style={{ top: percent(block.from), height: percent(block.to - block.from), left: inset }}
      aria-pressed={selected === daypart.id}
      aria-label={`${daypart.name}, ${daypart.from} to ${daypart.to}${block.date === null ? '' : `, on ${shortDate(block.date)} only`}`}
      title={`${daypart.name} · ${daypart.from} to ${daypart.to} · ${words}`}
      onFocus={() => select(daypart.id)}
      onPointerDown={(event) => onGrab(event, 'move')}
      onKeyDown={(event) => changeByKey(event, plan, daypart)}
    >
      <b className="ellipsis">
        {isLive && <StatusBadge look="live">LIVE</StatusBadge>} {daypart.name}
      </b>
      <span className="ellipsis">
        {block.date !== null && `${shortDate(block.date)}, `}
        {daypart.from}–{daypart.to}
      </span>
      <span className="week-block-what">{words}</span>
      {block.isHead && <i className="week-block-edge" onPointerDown={(event) => onGrab(event, 'resize')} />}
    </button>
  );
}

function DrawnBlock({ plan, from, to }: { readonly plan: Plan; readonly from: number; readonly to: number }) {
  return (
    <div className="week-drawn" style={{ top: percent(from), height: percent(to - from) }}>
      {timeAt(from, plan.dayStartsAt)}–{timeAt(to, plan.dayStartsAt)}
    </div>
  );
}

/** Alt+arrows move a daypart, with Shift they resize it, Delete takes it out. */
function changeByKey(event: KeyboardEvent, plan: Plan, daypart: Daypart): void {
  const { change, select } = useRulesStore.getState();
  if (event.key === 'Delete' && plan.dayparts.length > 1) {
    event.preventDefault();
    change({ ...plan, dayparts: plan.dayparts.filter(({ id }) => id !== daypart.id) });
    select(null);
  }
  const step = { ArrowUp: -STEP_MINUTES, ArrowDown: STEP_MINUTES }[event.key];
  if (step === undefined || !event.altKey) return;
  event.preventDefault();
  change(withDaypart(plan, event.shiftKey ? resizedDaypart(daypart, step) : movedDaypart(daypart, step)));
}

function shiftedBlock(block: GridBlock, what: 'create' | 'move' | 'resize', by: number): GridBlock {
  if (what === 'move') return { ...block, from: block.from + by, to: block.to + by };
  return what === 'resize' ? { ...block, to: Math.max(block.from + STEP_MINUTES, block.to + by) } : block;
}

function percent(minutes: number): string {
  return `${(minutes * 100) / DAY_MINUTES}%`;
}
