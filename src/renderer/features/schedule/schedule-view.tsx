import { useEffect } from 'react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { CopyDayDialog } from './copy-day-dialog.tsx';
import { DayMap } from './day-map.tsx';
import { ItemDetails } from './item-details.tsx';
import { LibraryPicker } from './library-picker.tsx';
import { openMenuByKey } from './menu-keys.ts';
import { reloadSchedule } from './reload-schedule.ts';
import { ScheduleMenu } from './schedule-menu.tsx';
import { useScheduleStore } from './schedule-store.ts';
import { ScheduleTable } from './schedule-table.tsx';
import { ScheduleToolbar } from './schedule-toolbar.tsx';
import { Timeline } from './timeline.tsx';
import { useScheduleSight } from './use-schedule-rows.ts';
import './schedule-view.css';

/** The schedule of a broadcast day: map, timeline and table, and beside them what an item is and what could be put in. */
export function ScheduleView() {
  const { client } = useStation();
  const data = useScheduleStore((state) => state.reading.data);
  const date = useScheduleStore((state) => state.date);
  const refusal = useScheduleStore((state) => state.reading.refusal);
  const sight = useScheduleSight();
  useEffect(() => reloadSchedule(client.calls), [client, date]);
  if (data === null && refusal === null) return <LoadingMessage what="the schedule" />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu's key, wherever in the schedule the focus is, and the end of a drag
    <div className="schedule-view" onKeyDown={openMenuByKey} onPointerMove={endLostDrag}>
      <ScheduleTrouble />
      {data !== null && (
        <>
          <ScheduleToolbar data={data} sight={sight} />
          <DayMap data={data} rows={sight.rows} lock={sight.lock} />
          <Timeline data={data} sight={sight} />
          <div className="schedule-columns">
            <ScheduleTable sight={sight} zone={data.calendar.zone} />
            <aside className="schedule-side">
              <ItemDetails rate={sight.rate} zone={data.calendar.zone} />
              <LibraryPicker rate={sight.rate} />
            </aside>
          </div>
          <ScheduleMenu />
          <CopyDayDialog calendar={data.calendar} />
        </>
      )}
    </div>
  );
}

/** A drag of something that went out of the page never tells that it is over; but nothing points while something is dragged. */
function endLostDrag(): void {
  const { dragged, drag } = useScheduleStore.getState();
  if (dragged !== null) drag(null);
}

function ScheduleTrouble() {
  const { client } = useStation();
  const { refusal, readAt } = useScheduleStore((state) => state.reading);
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return (
    <ErrorBar cause={`The schedule could not be read. ${refusalWords(refusal)}`} age={age} onRetry={() => reloadSchedule(client.calls)} />
  );
}
