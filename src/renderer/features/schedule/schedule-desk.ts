import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { broadcastDayAt } from '../../../shared/time/station-calendar.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { consoleZone } from '../../ui/time-text.ts';
import { stationNow } from '../air/index.ts';
import { likelyCopy } from './copy-day.ts';
import { useCopyDayStore } from './copy-day-store.ts';
import { insertion, type NamedEdits, nudge, pasting, removal, startModes } from './edit-actions.ts';
import { generate } from './generate.ts';
import { PICKER_SEARCH_ID, usePickerStore } from './picker-store.ts';
import { selectedItems, useScheduleStore } from './schedule-store.ts';
import { useTimelineStore } from './timeline-store.ts';

/** What commands can do to the schedule: all of it to what is selected. */
export interface ScheduleDesk {
  readonly undo: () => Promise<boolean>;
  readonly redo: () => Promise<boolean>;
  readonly remove: () => Promise<boolean>;
  readonly move: (step: 1 | -1) => Promise<boolean>;
  readonly duplicate: () => Promise<boolean>;
  readonly copy: () => void;
  readonly cut: () => Promise<boolean>;
  readonly paste: () => Promise<boolean>;
  /** Puts what is picked beside the schedule behind the selection. */
  readonly insertPicked: () => Promise<boolean>;
  readonly setStartMode: (mode: PlaylogItem['startMode']) => Promise<boolean>;
  /** Asks which day is to be copied, beginning with the one in sight. */
  readonly openCopyDay: () => Promise<void>;
  /** Has the coming time planned anew, as far as the day in sight. */
  readonly generate: () => Promise<boolean>;
  /** Puts the cursor where the library beside the schedule is searched. */
  readonly findToAdd: () => void;
  /** Shows more (1) or less (-1) of the day at once. */
  readonly zoom: (step: 1 | -1) => void;
}

/** What is selected when a command is given, as it stands when the command's turn comes. */
type Chosen = readonly [PlaylogItem, ...PlaylogItem[]];

/** Joins the commands with the schedule's store. What the station refuses is told by the store's outcome. */
export function openScheduleDesk(calls: StationCalls): ScheduleDesk {
  const store = () => useScheduleStore.getState();
  const make = async (what: string, plan: (chosen: Chosen) => NamedEdits | null) => {
    const { selection } = store();
    if (selection.ids.size === 0) return false;
    // A command that comes while another one is under way is about the schedule that the other one leaves.
    await store().settled();
    const [first, ...rest] = selectedItems({ reading: store().reading, selection });
    if (first === undefined) {
      store().refuse(what, 'What was selected is no longer in the schedule.');
      return false;
    }
    const planned = plan([first, ...rest]);
    return planned !== null && store().edit(calls, planned.what, planned.edits, false);
  };
  const behind = (chosen: Chosen) => chosen.at(-1) ?? chosen[0];
  return {
    undo: () => store().undo(calls),
    redo: () => store().redo(calls),
    remove: () => make('Remove', removal),
    move: (step) => make('Move', (chosen) => nudge(store().reading.data?.items ?? [], chosen, step)),
    duplicate: () => make('Duplicate', (chosen) => pasting(chosen, behind(chosen), 'Duplicate')),
    copy: () => store().copy(),
    cut: () => {
      store().copy();
      return make('Cut', removal);
    },
    paste: () => {
      const { copied } = store();
      return make('Paste', (chosen) => pasting(copied, behind(chosen), 'Paste'));
    },
    insertPicked: () => {
      const { picked } = usePickerStore.getState();
      const sources = picked.map(({ source }) => source);
      const what = `Insert ${picked.length === 1 ? `“${picked[0]?.title}”` : `${picked.length} items`}`;
      return make(what, (chosen) => insertion(sources, behind(chosen), what));
    },
    setStartMode: (mode) => make('Set the start', (chosen) => startModes(chosen, mode)),
    openCopyDay: async () => {
      if (store().reading.data === null) await store().load(calls);
      const { date, reading } = store();
      const { data } = reading;
      if (data === null) return;
      const copy = likelyCopy(date ?? data.day.date, broadcastDayAt(data.calendar, stationNow()).date);
      void useCopyDayStore.getState().consider(calls.playlog, { ...copy, what: 'programmes' });
    },
    generate: () => {
      const { date, reading } = store();
      const { data } = reading;
      const isComing = date !== null && data !== null && date > broadcastDayAt(data.calendar, stationNow()).date;
      return store().make('Generate', calls, () => generate(calls.schedule, isComing ? date : null, consoleZone()));
    },
    // After the schedule has come into sight.
    findToAdd: () => requestAnimationFrame(() => document.getElementById(PICKER_SEARCH_ID)?.focus()),
    zoom: (step) => useTimelineStore.getState().step(step),
  };
}
