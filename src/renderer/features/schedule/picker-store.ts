import { create } from 'zustand';
import type { Asset } from '../../../shared/contract/index.ts';
import type { Frames } from '../../../shared/time/index.ts';
import { type Reading, readAnew, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { type Pickable, withLiveLength } from './pickable.ts';

/** A picker is for finding one thing: who does not see it among these types another word. */
const MOST_LISTED = 100;

/** Of the box in which the library beside the schedule is searched. */
export const PICKER_SEARCH_ID = 'picker-search';

interface PickerStore {
  readonly search: string;
  readonly reading: Reading<readonly Asset[]>;
  /** What a drag or an insertion takes, in the order it was picked. */
  readonly picked: readonly Pickable[];
  /** How long live inputs are to air; null: nobody said. */
  readonly liveFrames: Frames | null;
  readonly find: (calls: StationCalls, search: string) => Promise<void>;
  readonly pick: (pickable: Pickable, isAdded: boolean) => void;
  readonly setLiveFrames: (liveFrames: Frames) => void;
}

/** What can be put into the schedule: of the library what is ready to air, and live inputs. */
export const usePickerStore = create<PickerStore>((set, get) => ({
  search: '',
  reading: UNREAD,
  picked: [],
  liveFrames: null,
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
  pick: (pickable, isAdded) =>
    set(({ picked }) => {
      if (!isAdded) return { picked: [pickable] };
      const others = picked.filter(({ key }) => key !== pickable.key);
      return { picked: others.length === picked.length ? [...picked, pickable] : others };
    }),
  setLiveFrames: (liveFrames) => set(({ picked }) => ({ liveFrames, picked: withLiveLength(picked, liveFrames) })),
}));
