import { create } from 'zustand';
import type { Backup, SavedFilter, WatchFolder } from '../../../shared/contract/index.ts';
import { type Refusal, refusalIn, type StationCalls } from '../../station-client/index.ts';

interface RailStore {
  readonly savedFilters: readonly SavedFilter[];
  readonly watchFolders: readonly WatchFolder[];
  readonly backups: readonly Backup[];
  /** Why the last thing that was asked for did not come about; null when it did. */
  readonly refusal: Refusal | null;
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly loadBackups: (calls: StationCalls) => Promise<void>;
  /** Does something, then reads the lists anew; whether it was done. */
  readonly run: (calls: StationCalls, act: () => Promise<unknown>) => Promise<boolean>;
}

/** What stands beside the list: kept searches, watch folders, backups. */
export const useRailStore = create<RailStore>((set, get) => ({
  savedFilters: [],
  watchFolders: [],
  backups: [],
  refusal: null,
  load: async (calls) => {
    try {
      const [filters, folders] = await Promise.all([calls.library.listSavedFilters(), calls.library.listWatchFolders()]);
      set({ savedFilters: filters.items, watchFolders: folders.items });
    } catch (error) {
      set({ refusal: refusalIn(error) });
    }
  },
  loadBackups: async (calls) => {
    try {
      set({ backups: (await calls.library.listBackups()).items, refusal: null });
    } catch (error) {
      set({ refusal: refusalIn(error) });
    }
  },
  run: async (calls, act) => {
    set({ refusal: null });
    try {
      await act();
      await get().load(calls);
      return true;
    } catch (error) {
      set({ refusal: refusalIn(error) });
      return false;
    }
  },
}));
