import { ArrowDown, ArrowUp, ChevronLeft, ChevronRight, Lock, Redo2, Trash2, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  duplicateItems,
  keyNames,
  moveEarlier,
  moveLater,
  type OperatorCommand,
  redoEdit,
  removeItems,
  setFixed,
  setFollow,
  undoEdit,
  useCommandDesk,
  useVerdict,
  zoomIn,
  zoomOut,
} from '../../commands/index.ts';
import { Button } from '../../ui/button.tsx';
import { DayInput } from '../../ui/day-input.tsx';
import { dayName } from '../../ui/time-text.ts';
import { DayMenu } from './day-menu.tsx';
import { EditOutcomeLine } from './edit-outcome-line.tsx';
import { otherDay, type ScheduleDay } from './schedule-day.ts';
import { useScheduleStore } from './schedule-store.ts';
import type { ScheduleSight } from './use-schedule-rows.ts';
import './schedule-toolbar.css';

/** Which day, what can be done with the selection, and how the last change went. */
export function ScheduleToolbar({ data, sight }: { readonly data: ScheduleDay; readonly sight: ScheduleSight }) {
  return (
    <div className="schedule-toolbar" role="toolbar" aria-label="Schedule">
      <DayPicker data={data} />
      <span className="schedule-toolbar-gap" />
      <CommandButton command={undoEdit} icon={<Undo2 />} />
      <CommandButton command={redoEdit} icon={<Redo2 />} />
      <span className="schedule-toolbar-gap" />
      <CommandButton command={moveEarlier} icon={<ArrowUp />} />
      <CommandButton command={moveLater} icon={<ArrowDown />} />
      <CommandButton command={duplicateItems} icon={null} />
      <CommandButton command={setFixed} icon={<Lock />} />
      <CommandButton command={setFollow} icon={null} />
      <CommandButton command={removeItems} icon={<Trash2 />} />
      <span className="schedule-toolbar-gap" />
      <CommandButton command={zoomOut} icon={<ZoomOut />} />
      <CommandButton command={zoomIn} icon={<ZoomIn />} />
      <EditOutcomeLine lock={sight.lock} />
    </div>
  );
}

function DayPicker({ data }: { readonly data: ScheduleDay }) {
  const { date, showDay } = useScheduleStore();
  const { day, calendar } = data;
  return (
    <div className="day-picker">
      <Button tone="quiet" icon={<ChevronLeft />} aria-label="Day before" onClick={() => showDay(otherDay(data, -1))}>
        {''}
      </Button>
      <DayInput label="Broadcast day" value={day.date} onPick={showDay} />
      <span className="day-picker-name">{dayName(day.startsAt, calendar.zone)}</span>
      <Button tone="quiet" icon={<ChevronRight />} aria-label="Day after" onClick={() => showDay(otherDay(data, 1))}>
        {''}
      </Button>
      <Button tone="plain" icon={null} disabled={date === null} onClick={() => showDay(null)}>
        Today
      </Button>
      <DayMenu />
    </div>
  );
}

function CommandButton({ command, icon }: { readonly command: OperatorCommand; readonly icon: ReactNode }) {
  const desk = useCommandDesk();
  const verdict = useVerdict(command);
  const keys = command.key ? ` (${keyNames(command.key).join('+')})` : '';
  const reason = verdict.isAllowed ? '' : `: ${verdict.reason}`;
  return (
    <Button
      tone="quiet"
      icon={icon}
      aria-label={command.label}
      title={`${command.label}${keys}${reason}`}
      disabled={!verdict.isAllowed}
      onClick={() => desk.press(command, false)}
    >
      {icon === null ? command.label : ''}
    </Button>
  );
}
