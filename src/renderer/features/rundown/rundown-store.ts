import { create } from 'zustand';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { type Reading, readAnew, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime } from '../air/index.ts';

// The item on air may have begun hours ago; the planner's next hours are enough for a rundown.
const BACK_MS = 60_000;
const AHEAD_MS = 3 * 3_600_000;

interface RundownStore {
  readonly reading: Reading<readonly PlaylogItem[]>;
  /** Reads the coming hours from an instant (UTC, ms) on. */
  readonly load: (calls: StationCalls, from: number) => Promise<void>;
}

/** What the playlog has for the coming hours. */
export const useRundownStore = create<RundownStore>((set, get) => ({
  reading: UNREAD,
  load: (calls, from) =>
    readAnew(
      { get: () => get().reading, set: (reading) => set({ reading }) },
      async () => {
        const range = { from: new Date(from - BACK_MS).toISOString(), to: new Date(from + AHEAD_MS).toISOString() };
        return (await calls.playlog.list(range)).items;
      },
      steadyNow,
    ),
}));

/** Reads the coming hours anew, counted from the engine's time of day. */
export function reloadRundown(calls: StationCalls): void {
  void useRundownStore.getState().load(calls, engineTime(steadyNow()) ?? Date.now());
}
