import { type Reading, readAnew, type StationCalls } from '../../station-client/index.ts';
import { type Selection, stillListed } from '../../ui/selection.ts';
import { useStationZone } from '../../ui/station-zone.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { stationNow } from '../air/index.ts';
import type { DropPayload } from './drop-plan.ts';
import { inTurn } from './in-turn.ts';
import { readScheduleDay, type ScheduleDay } from './schedule-day.ts';

/** The part of the schedule's store that reading the day is about. */
export interface DayInSight {
  readonly reading: Reading<ScheduleDay>;
  /** The broadcast day to be seen; null: the one that is on air. */
  readonly date: string | null;
  /** Of items, by id. */
  readonly selection: Selection;
  readonly dragged: DropPayload | null;
}

/** Keeps the day in sight up to date. While something is dragged it stays as it is, so that nothing moves under the pointer. */
export interface DaySight {
  /** Reads the day as it is from now on. A failure is told by the reading. */
  readonly read: (calls: StationCalls) => Promise<void>;
  /** The day as last read, in sight or not; null when it could not be read. */
  readonly latest: () => ScheduleDay | null;
  /** Brings into sight what was read during a drag. */
  readonly show: () => void;
}

/** Joins the sight of a day with the store that holds it. */
export function openDaySight(set: (part: Pick<DayInSight, 'reading' | 'selection'>) => void, get: () => DayInSight): DaySight {
  let held: Reading<ScheduleDay> | null = null;
  const latest = () => held ?? get().reading;
  const show = () => {
    if (held === null || get().dragged !== null) return;
    // What the planner took out can't be chosen any more: a command would have nothing to act on.
    set({ reading: held, selection: stillThere(held.data, get().selection) });
    held = null;
  };
  const keep = (reading: Reading<ScheduleDay>) => {
    held = reading;
    show();
  };
  let calls: StationCalls;
  const readInTurn = inTurn(() => readAnew({ get: latest, set: keep }, () => readShown(calls, get().date), steadyNow));
  return {
    read: (station) => {
      calls = station;
      return readInTurn();
    },
    latest: () => (latest().refusal === null ? latest().data : null),
    show,
  };
}

async function readShown(calls: StationCalls, date: string | null): Promise<ScheduleDay> {
  const day = await readScheduleDay(calls, date, stationNow());
  useStationZone.getState().set(day.calendar.zone);
  return day;
}

function stillThere(day: ScheduleDay | null, selection: Selection): Selection {
  if (day === null || selection.ids.size === 0) return selection;
  return stillListed(
    selection,
    day.items.map(({ id }) => id),
  );
}
