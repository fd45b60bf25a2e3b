import { create } from 'zustand';
import type { Asset } from '../../../shared/contract/index.ts';
import { type Reading, readAnew, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';

/** A picker is for finding one thing: who does not see it among these types another word. */
const MOST_LISTED = 100;

/** Of the box in which the library beside the schedule is searched. */
export const PICKER_SEARCH_ID = 'picker-search';

interface PickerStore {
  readonly search: string;
  readonly reading: Reading<readonly Asset[]>;
  /** The assets that a drag or an insertion takes, in the order they were picked. */
  readonly picked: readonly Asset[];
  readonly find: (calls: StationCalls, search: string) => Promise<void>;
  readonly pick: (asset: Asset, isAdded: boolean) => void;
}

/** The part of the library that can be put into the schedule: what is ready to air. */
export const usePickerStore = create<PickerStore>((set, get) => ({
  search: '',
  reading: UNREAD,
  picked: [],
  find: (calls, search) => {
    set({ search });
    const access = { get: () => get().reading, set: (reading: Reading<readonly Asset[]>) => set({ reading }) };
    const words = search.trim();
    return readAnew(
      access,
      async () => {
        const { items } = await calls.library.listAssets({ limit: MOST_LISTED, ...(words === '' ? {} : { search: words }) });
        return items.filter(({ lifecycle, isApproved }) => lifecycle === 'ready' && isApproved);
      },
      steadyNow,
    );
  },
  pick: (asset, isAdded) =>
    set(({ picked }) => {
      if (!isAdded) return { picked: [asset] };
      const others = picked.filter(({ id }) => id !== asset.id);
      return { picked: others.length === picked.length ? [...picked, asset] : others };
    }),
}));
