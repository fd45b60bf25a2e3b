import { create } from 'zustand';
import { type Refusal, refusalIn, type StationCalls } from '../../station-client/index.ts';

type BulkEdit = Parameters<StationCalls['library']['editAssets']>[0];

interface BulkStore {
  readonly refusal: Refusal | null;
  /** How many assets the last edit was made of; null when it was refused, or none was made. */
  readonly changed: number | null;
  /** Makes one edit of many assets; whether it was made. */
  readonly run: (calls: StationCalls, edit: BulkEdit) => Promise<boolean>;
}

/** Edits of many assets at once. */
export const useBulkStore = create<BulkStore>((set) => ({
  refusal: null,
  changed: null,
  run: async (calls, edit) => {
    set({ refusal: null, changed: null });
    try {
      set({ changed: (await calls.library.editAssets(edit)).changed });
      return true;
    } catch (error) {
      set({ refusal: refusalIn(error) });
      return false;
    }
  },
}));
