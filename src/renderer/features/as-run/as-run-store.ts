import { create } from 'zustand';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import { type Reading, readAnew, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { engineTime } from '../air/index.ts';

/** How far back the rows of the store reach. */
export const AS_RUN_TAIL_MS = 24 * 3_600_000;
const MOST_ROWS = 5000;

interface AsRunStore {
  /** The rows of the last 24 hours, latest first. */
  readonly reading: Reading<readonly AsRunRow[]>;
  /** Reads the 24 hours up to an instant (UTC, ms). */
  readonly load: (calls: StationCalls, now: number) => Promise<void>;
}

/** What did air in the last 24 hours. */
export const useAsRunStore = create<AsRunStore>((set, get) => ({
  reading: UNREAD,
  load: (calls, now) =>
    readAnew(
      { get: () => get().reading, set: (reading) => set({ reading }) },
      async () => {
        const { items } = await calls.asRun.list({ from: new Date(now - AS_RUN_TAIL_MS).toISOString(), limit: MOST_ROWS });
        return items.toSorted((one, other) => other.seq - one.seq);
      },
      steadyNow,
    ),
}));

/** Reads the log anew, up to the engine's time of day. */
export function reloadAsRun(calls: StationCalls): void {
  void useAsRunStore.getState().load(calls, engineTime(steadyNow()) ?? Date.now());
}
