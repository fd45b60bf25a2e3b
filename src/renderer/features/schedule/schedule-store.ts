import { create } from 'zustand';
import type { PlaylogEdit, PlaylogEdited, PlaylogItem } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { type BroadcastDay, broadcastDay, broadcastDayAt, dateAfter, type StationCalendar } from '../../../shared/time/station-calendar.ts';
import { type Reading, type Refusal, readAnew, refusalIn, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { useStationZone } from '../../ui/station-zone.ts';
import { steadyNow } from '../../ui/use-now.ts';
import type { DropPayload } from './drop-plan.ts';

/** A broadcast day's items as last read, and what a change has to be made on. */
export interface ScheduleDay {
  readonly calendar: StationCalendar;
  readonly day: BroadcastDay;
  readonly revision: number;
  readonly lockWindow: Milliseconds;
  readonly items: readonly PlaylogItem[];
}

/** How the last change went. A change that only the soft lock forbids can be made all the same. */
export type EditOutcome =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly what: string }
  | { readonly state: 'done'; readonly what: string; readonly dropped: readonly string[] }
  | { readonly state: 'refused'; readonly what: string; readonly refusal: Refusal; readonly edits: readonly PlaylogEdit[] };

interface ScheduleStore {
  readonly reading: Reading<ScheduleDay>;
  /** The broadcast day in sight; null: the one that is on air. */
  readonly date: string | null;
  readonly selected: ReadonlySet<string>;
  /** Where a selection with Shift begins. */
  readonly anchor: string | null;
  readonly copied: readonly PlaylogItem[];
  readonly dragged: DropPayload | null;
  readonly outcome: EditOutcome;
  /** Reads the day in sight. `now`: the instant by the station's clock. */
  readonly load: (calls: StationCalls, now: Milliseconds) => Promise<void>;
  readonly showDay: (date: string | null) => void;
  readonly select: (ids: Iterable<string>, anchor: string | null) => void;
  readonly copy: () => void;
  readonly drag: (dragged: DropPayload | null) => void;
  /** Makes a change, altogether or not at all. `what` names it for people. Answers whether it was made. */
  readonly edit: (calls: StationCalls, what: string, edits: readonly PlaylogEdit[], overrideSoftLock: boolean) => Promise<boolean>;
  readonly undo: (calls: StationCalls) => Promise<boolean>;
  readonly redo: (calls: StationCalls) => Promise<boolean>;
  /** Tells of a change that was not even asked for, with the reason. */
  readonly refuse: (what: string, reason: string) => void;
  readonly forgetOutcome: () => void;
}

/** The schedule of one broadcast day: what it holds, what is selected, and how the last change went. */
export const useScheduleStore = create<ScheduleStore>((set, get) => {
  const access = { get: () => get().reading, set: (reading: Reading<ScheduleDay>) => set({ reading }) };
  const change = async (what: string, edits: readonly PlaylogEdit[], call: () => Promise<PlaylogEdited>) => {
    if (get().outcome.state === 'pending') return false;
    set({ outcome: { state: 'pending', what } });
    try {
      const { revision, dropped } = await call();
      // The next change is made on this one, whether the day has been read anew by then or not.
      set(({ reading }) => ({
        reading:
          reading.data === null ? reading : { ...reading, data: { ...reading.data, revision: Math.max(reading.data.revision, revision) } },
      }));
      set({ outcome: { state: 'done', what, dropped: dropped.map(({ title }) => title) } });
      return true;
    } catch (error) {
      set({ outcome: { state: 'refused', what, refusal: refusalIn(error), edits } });
      return false;
    }
  };
  return {
    reading: UNREAD,
    date: null,
    selected: new Set<string>(),
    anchor: null,
    copied: [],
    dragged: null,
    outcome: { state: 'none' },
    load: async (calls, now) => {
      await readAnew(access, () => readDay(calls, get().date, now), steadyNow);
      // What the planner took out can't be chosen any more: a command would have nothing to act on.
      set(({ reading, selected }) => ({ selected: stillThere(reading.data, selected) }));
    },
    showDay: (date) => set({ date, selected: new Set(), anchor: null }),
    select: (ids, anchor) => set({ selected: new Set(ids), anchor }),
    copy: () => set({ copied: selectedItems(get()) }),
    drag: (dragged) => set({ dragged }),
    edit: (calls, what, edits, overrideSoftLock) =>
      change(what, edits, () => calls.playlog.edit({ revision: get().reading.data?.revision ?? 0, edits: [...edits], overrideSoftLock })),
    undo: (calls) => change('Undo', [], () => calls.playlog.undo()),
    redo: (calls) => change('Redo', [], () => calls.playlog.redo()),
    refuse: (what, reason) =>
      set({ outcome: { state: 'refused', what, refusal: { code: 'LOCKED', sentence: reason, field: null }, edits: [] } }),
    forgetOutcome: () => set({ outcome: { state: 'none' } }),
  };
});

/** The selected items, in the order they air. */
export function selectedItems({ reading, selected }: Pick<ScheduleStore, 'reading' | 'selected'>): readonly PlaylogItem[] {
  return (reading.data?.items ?? []).filter(({ id }) => selected.has(id));
}

/** The date of the day so many days after the one in sight. */
export function otherDay({ day }: ScheduleDay, days: number): string {
  return dateAfter(day.date, days);
}

/** The selected items that the day still has; the same set when that is all of them. */
function stillThere(day: ScheduleDay | null, selected: ReadonlySet<string>): ReadonlySet<string> {
  if (day === null || selected.size === 0) return selected;
  const there = day.items.filter(({ id }) => selected.has(id));
  return there.length === selected.size ? selected : new Set(there.map(({ id }) => id));
}

async function readDay(calls: StationCalls, date: string | null, now: Milliseconds): Promise<ScheduleDay> {
  const { zone, dayStartsAt } = await calls.schedule.getPlan();
  useStationZone.getState().set(zone);
  const calendar = { zone, dayStartsAt };
  const day = date === null ? broadcastDayAt(calendar, now) : broadcastDay(calendar, date);
  const range = { from: new Date(day.startsAt).toISOString(), to: new Date(day.endsAt).toISOString() };
  const { revision, lockWindowMs, items } = await calls.playlog.list(range);
  return { calendar, day, revision, lockWindow: milliseconds(lockWindowMs), items };
}
