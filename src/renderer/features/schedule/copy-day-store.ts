import { create } from 'zustand';
import type { DayCopy, DayCopyTrial } from '../../../shared/contract/index.ts';
import { type Refusal, refusalIn, type StationCalls } from '../../station-client/index.ts';

/** What the station says of a copy before it is made. */
export type CopyVerdict =
  | { readonly state: 'asking' }
  | { readonly state: 'possible'; readonly trial: DayCopyTrial }
  | { readonly state: 'refused'; readonly refusal: Refusal };

interface CopyDayStore {
  /** What somebody is about to copy; null: nobody is. */
  readonly copy: DayCopy | null;
  readonly verdict: CopyVerdict;
  /** Opens the dialog on a copy, or changes what it is about, and asks the station what would come of it. */
  readonly consider: (calls: StationCalls['playlog'], copy: DayCopy) => Promise<void>;
  readonly close: () => void;
}

/** The copy of a day that is being considered. */
export const useCopyDayStore = create<CopyDayStore>((set, get) => ({
  copy: null,
  verdict: { state: 'asking' },
  consider: async (calls, copy) => {
    set({ copy, verdict: { state: 'asking' } });
    const verdict = await calls.tryCopyDay(copy).then(
      (trial): CopyVerdict => ({ state: 'possible', trial }),
      (error: unknown): CopyVerdict => ({ state: 'refused', refusal: refusalIn(error) }),
    );
    // Whoever has changed the days meanwhile waits for another answer.
    if (get().copy === copy) set({ verdict });
  },
  close: () => set({ copy: null }),
}));
