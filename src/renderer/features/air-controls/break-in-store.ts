import { create } from 'zustand';
import type { BreakInSource } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { BreakInDesk, BreakInStage } from '../../commands/index.ts';
import type { StationCalls } from '../../station-client/index.ts';

/** What is armed is let go of after this long. */
const ARMED_MS = milliseconds(15_000);

interface BreakIn {
  readonly source: BreakInSource | null;
  readonly reason: string;
  /** When it was armed, on the page's own steady clock; null while it is not. */
  readonly armedAt: Milliseconds | null;
  /** Another source or reason: whatever was armed no longer is. */
  readonly choose: (change: { readonly source?: BreakInSource | null; readonly reason?: string }) => void;
  readonly setArmedAt: (at: Milliseconds | null) => void;
}

/** What the operator is about to break in with. */
export const useBreakIn = create<BreakIn>((set) => ({
  source: null,
  reason: '',
  armedAt: null,
  choose: (change) => set({ ...change, armedAt: null }),
  setArmedAt: (armedAt) => set({ armedAt }),
}));

/** How long what is armed stays so; 0 while nothing is, or its time is up. */
export function armedFor(armedAt: Milliseconds | null, now: Milliseconds): Milliseconds {
  return milliseconds(armedAt === null ? 0 : Math.max(0, ARMED_MS - (now - armedAt)));
}

/** How far the operator is at `now`. */
export function stageOf({ source, reason, armedAt }: Pick<BreakIn, 'source' | 'reason' | 'armedAt'>, now: Milliseconds): BreakInStage {
  if (source === null || reason.trim() === '') return 'none';
  return armedFor(armedAt, now) > 0 ? 'armed' : 'chosen';
}

/** What the commands of breaking in act on. @param now the page's own steady clock @param after runs something later */
export function openBreakInDesk(calls: StationCalls, now: () => Milliseconds, after: (ms: number, act: () => void) => void): BreakInDesk {
  const disarm = () => {
    if (useBreakIn.getState().armedAt === null) return;
    useBreakIn.getState().setArmedAt(null);
    // The engine lets go of it by itself as soon as it airs, or something else is armed: a station that does not answer leaves nothing on air.
    calls.air.arm({ source: null }).catch(() => undefined);
  };
  return {
    arm: async () => {
      const { source } = useBreakIn.getState();
      await calls.air.arm({ source });
      const armedAt = now();
      useBreakIn.getState().setArmedAt(armedAt);
      after(ARMED_MS, () => {
        if (useBreakIn.getState().armedAt === armedAt) disarm();
      });
    },
    disarm,
    chosen: () => {
      const { source, reason } = useBreakIn.getState();
      return source === null || reason.trim() === '' ? null : { source, reason: reason.trim() };
    },
  };
}
