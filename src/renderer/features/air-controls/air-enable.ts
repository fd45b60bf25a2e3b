import { create } from 'zustand';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** Air enable goes off by itself after this long without a command to the air. */
export const IDLE_LIMIT_MS = milliseconds(120_000);

interface AirEnable {
  /** When air enable was turned on or last used, on the page's own steady clock; null while it is off. */
  readonly usedAt: Milliseconds | null;
  readonly set: (isEnabled: boolean, now: Milliseconds) => void;
  /** An air command was given: the idle time starts anew. */
  readonly use: (now: Milliseconds) => void;
}

/** The guard of every take. Off when the console starts. */
export const useAirEnable = create<AirEnable>((set) => ({
  usedAt: null,
  set: (isEnabled, now) => set({ usedAt: isEnabled ? now : null }),
  use: (now) => set(({ usedAt }) => ({ usedAt: usedAt === null ? null : now })),
}));

/** How long air enable stays on if nothing happens; 0 while it is off or its time is up. */
export function enabledFor(usedAt: Milliseconds | null, now: Milliseconds): Milliseconds {
  return milliseconds(usedAt === null ? 0 : Math.max(0, IDLE_LIMIT_MS - (now - usedAt)));
}
