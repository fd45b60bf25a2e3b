import { create } from 'zustand';
import type { DemoProgress } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, type StationCalls } from '../../station-client/index.ts';

interface DemoStore {
  readonly progress: DemoProgress;
  readonly refusal: RefusalCode | null;
  readonly start: (calls: StationCalls) => Promise<void>;
  /** Asks how far the making has come. */
  readonly look: (calls: StationCalls) => Promise<void>;
}

/** The making of the demo media. */
export const useDemoStore = create<DemoStore>((set) => {
  const keep = async (call: Promise<DemoProgress>) => {
    try {
      set({ progress: await call, refusal: null });
    } catch (error) {
      set({ refusal: refusalOf(error) });
    }
  };
  return {
    progress: { state: 'idle', progress: 0, step: '' },
    refusal: null,
    start: (calls) => keep(calls.demo.start()),
    look: (calls) => keep(calls.demo.progress()),
  };
});
