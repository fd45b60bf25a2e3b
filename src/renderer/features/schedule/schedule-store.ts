import { create } from 'zustand';
import type { PlaylogEdit, PlaylogEdited, PlaylogItem } from '../../../shared/contract/index.ts';
import { type Refusal, refusalIn, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { NOTHING_CHOSEN, type Selection } from '../../ui/selection.ts';
import { type DayInSight, openDaySight } from './day-sight.ts';
import type { DropPayload } from './drop-plan.ts';
import { makeEdits } from './make-edits.ts';

/** How the last change went. A change that only the soft lock forbids can be made all the same. */
export type EditOutcome =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly what: string }
  | { readonly state: 'done'; readonly what: string; readonly dropped: readonly string[]; readonly note: string | null }
  | { readonly state: 'refused'; readonly what: string; readonly refusal: Refusal; readonly edits: readonly PlaylogEdit[] };

/** What a change came to; `note`: what else there is to tell of it. */
export interface MadeChange extends PlaylogEdited {
  readonly note: string | null;
}

interface ScheduleStore extends DayInSight {
  readonly copied: readonly PlaylogItem[];
  readonly outcome: EditOutcome;
  /** Reads the day in sight. While something is dragged nothing moves under the pointer: what was read comes into sight after the drop. */
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly showDay: (date: string | null) => void;
  readonly select: (selection: Selection) => void;
  readonly copy: () => void;
  readonly drag: (dragged: DropPayload | null) => void;
  /**
   * Makes a change to the day in sight, altogether or not at all, after the ones that are still under way. `what` names it for people.
   * Answers whether it was made, once the day that it made is in sight.
   */
  readonly edit: (calls: StationCalls, what: string, edits: readonly PlaylogEdit[], overrideSoftLock: boolean) => Promise<boolean>;
  /** Makes a change that is not made of edits; the same otherwise. */
  readonly make: (what: string, calls: StationCalls, change: () => Promise<MadeChange>) => Promise<boolean>;
  readonly undo: (calls: StationCalls) => Promise<boolean>;
  readonly redo: (calls: StationCalls) => Promise<boolean>;
  /** Waits until no change is under way. */
  readonly settled: () => Promise<unknown>;
  /** Tells of a change that was not even asked for, with the reason. */
  readonly refuse: (what: string, reason: string) => void;
  readonly forgetOutcome: () => void;
}

/** The schedule of one broadcast day: what it holds, what is selected, and how the last change went. */
export const useScheduleStore = create<ScheduleStore>((set, get) => {
  const sight = openDaySight(set, get);
  let latestChange: Promise<unknown> = Promise.resolve();
  const change = (calls: StationCalls, what: string, edits: readonly PlaylogEdit[], make: () => Promise<PlaylogEdited | MadeChange>) => {
    const made = latestChange.then(async () => {
      set({ outcome: { state: 'pending', what } });
      try {
        const made = await make();
        if ((sight.latest()?.revision ?? 0) < made.revision) await sight.read(calls);
        const dropped = made.dropped.map(({ title }) => title);
        set({ outcome: { state: 'done', what, dropped, note: 'note' in made ? made.note : null } });
        return true;
      } catch (error) {
        set({ outcome: { state: 'refused', what, refusal: tellStale(refusalIn(error), edits), edits } });
        return false;
      }
    });
    latestChange = made;
    return made;
  };
  return {
    reading: UNREAD,
    date: null,
    selection: NOTHING_CHOSEN,
    copied: [],
    dragged: null,
    outcome: { state: 'none' },
    load: sight.read,
    showDay: (date) => set({ date, selection: NOTHING_CHOSEN }),
    select: (selection) => set({ selection }),
    copy: () => set({ copied: selectedItems(get()) }),
    drag: (dragged) => {
      set({ dragged });
      sight.show();
    },
    edit: (calls, what, edits, overrideSoftLock) => {
      const seen = get().reading.data;
      if (seen === null) return Promise.resolve(false);
      const station = {
        edit: (revision: number) => calls.playlog.edit({ revision, edits: [...edits], overrideSoftLock }),
        readAnew: () => sight.read(calls).then(sight.latest),
      };
      return change(calls, what, edits, () => makeEdits(edits, seen, station));
    },
    make: (what, calls, made) => change(calls, what, [], made),
    undo: (calls) => change(calls, 'Undo', [], () => calls.playlog.undo()),
    redo: (calls) => change(calls, 'Redo', [], () => calls.playlog.redo()),
    settled: () => latestChange,
    refuse: (what, reason) =>
      set({ outcome: { state: 'refused', what, refusal: { code: 'LOCKED', sentence: reason, field: null }, edits: [] } }),
    forgetOutcome: () => set({ outcome: { state: 'none' } }),
  };
});

/** By then the day is in sight as it is now, which is what there is to say of a change that was made on another one. */
function tellStale(refusal: Refusal, edits: readonly PlaylogEdit[]): Refusal {
  const isStale = refusal.code === 'STALE_REVISION' && edits.length > 0;
  return isStale ? { ...refusal, sentence: 'What stands there was changed meanwhile. Look at it as it is now, then repeat.' } : refusal;
}

/** The selected items, in the order they air. */
export function selectedItems({ reading, selection }: Pick<DayInSight, 'reading' | 'selection'>): readonly PlaylogItem[] {
  return (reading.data?.items ?? []).filter(({ id }) => selection.ids.has(id));
}
