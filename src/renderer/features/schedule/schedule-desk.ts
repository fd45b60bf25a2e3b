import type { PlaylogItem } from '../../../shared/contract/index.ts';
import type { StationCalls } from '../../station-client/index.ts';
import { insertion, type NamedEdits, nudge, pasting, removal, startModes } from './edit-actions.ts';
import { usePickerStore } from './picker-store.ts';
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
  /** Puts the assets that are picked in the schedule's library behind the selection. */
  readonly insertPicked: () => Promise<boolean>;
  readonly setStartMode: (mode: PlaylogItem['startMode']) => Promise<boolean>;
  /** Shows more (1) or less (-1) of the day at once. */
  readonly zoom: (step: 1 | -1) => void;
}

/** Joins the commands with the schedule's store. What the station refuses is told by the store's outcome. */
export function openScheduleDesk(calls: StationCalls): ScheduleDesk {
  const store = () => useScheduleStore.getState();
  const chosen = () => selectedItems(store());
  const make = async (edits: NamedEdits | null) => edits !== null && store().edit(calls, edits.what, edits.edits, false);
  const behindSelection = (edits: (after: PlaylogItem) => NamedEdits | null) => {
    const after = chosen().at(-1);
    return make(after === undefined ? null : edits(after));
  };
  return {
    undo: () => store().undo(calls),
    redo: () => store().redo(calls),
    remove: () => make(removal(chosen())),
    move: (step) => make(nudge(store().reading.data?.items ?? [], chosen(), step)),
    duplicate: () => behindSelection((after) => pasting(chosen(), after, 'Duplicate')),
    copy: () => store().copy(),
    cut: () => {
      store().copy();
      return make(removal(chosen()));
    },
    paste: () => behindSelection((after) => pasting(store().copied, after, 'Paste')),
    insertPicked: () =>
      behindSelection((after) => {
        const { picked } = usePickerStore.getState();
        const name = picked.length === 1 ? `“${picked[0]?.title}”` : `${picked.length} items`;
        return insertion(
          picked.map(({ id }) => id),
          after,
          `Insert ${name}`,
        );
      }),
    setStartMode: (mode) => make(startModes(chosen(), mode)),
    zoom: (step) => useTimelineStore.getState().step(step),
  };
}
