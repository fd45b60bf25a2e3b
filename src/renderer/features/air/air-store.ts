import { create } from 'zustand';
import type { Air } from '../../../shared/contract/index.ts';
import { type Milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { type FrameAnchor, followEngine } from './channel-clock.ts';

/** The engine's last word, and when it came in. */
export interface AirState {
  readonly air: Air | null;
  /** When `air` was heard, on the page's own steady clock; null before the first word. */
  readonly heardAt: Milliseconds | null;
  /** Where the channel's frame count stands, for the frames between two words. */
  readonly anchor: FrameAnchor | null;
  readonly hear: (air: Air, now: Milliseconds) => void;
}

/** What the station says of the air. Filled by the event feed; nothing here is made up by the console. */
export const useAirStore = create<AirState>((set) => ({
  air: null,
  heardAt: null,
  anchor: null,
  hear: (air, now) => set(({ anchor }) => ({ air, heardAt: now, anchor: anchorFrom(air, now, anchor) })),
}));

function anchorFrom(air: Air, now: Milliseconds, before: FrameAnchor | null): FrameAnchor | null {
  if (!air.status) return before;
  const at = (now - air.ageMs) as Milliseconds;
  return followEngine(before, { frame: air.status.frame, at, rate: parseFrameRate(air.status.rate) });
}
