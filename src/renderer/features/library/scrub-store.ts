import { create } from 'zustand';
import type { Scrub } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, type StationCalls } from '../../station-client/index.ts';

interface ScrubStore {
  readonly assetId: string | null;
  readonly scrub: Scrub | null;
  /** The address of the sheet of stills within the page; null until it came. */
  readonly sheet: string | null;
  readonly refusal: RefusalCode | null;
  readonly load: (calls: StationCalls, id: string) => Promise<void>;
}

/** The stills and the waveform of the asset in the player. The station makes them when they are first asked for. */
export const useScrubStore = create<ScrubStore>((set, get) => ({
  assetId: null,
  scrub: null,
  sheet: null,
  refusal: null,
  load: async (calls, id) => {
    const { assetId, sheet: before } = get();
    if (assetId === id && before !== null) return;
    if (before !== null) URL.revokeObjectURL(before);
    set({ assetId: id, scrub: null, sheet: null, refusal: null });
    try {
      const scrub = await calls.library.getScrub({ id });
      const sheet = await calls.library.getSprites({ id });
      if (get().assetId === id) set({ scrub, sheet: URL.createObjectURL(sheet) });
    } catch (error) {
      if (get().assetId === id) set({ refusal: refusalOf(error) });
    }
  },
}));
