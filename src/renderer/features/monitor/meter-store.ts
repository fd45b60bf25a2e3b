import { create } from 'zustand';
import type { Meters } from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

interface MeterStore {
  readonly meters: Meters | null;
  /** On the page's own steady clock; null before the first word. */
  readonly heardAt: Milliseconds | null;
  readonly hear: (meters: Meters, now: Milliseconds) => void;
}

/** The channel's levels as last heard, up to 25 times a second; the latest wins. Read at every paint and never subscribed to. */
export const useMeterStore = create<MeterStore>((set) => ({
  meters: null,
  heardAt: null,
  hear: (meters, heardAt) => set({ meters, heardAt }),
}));
