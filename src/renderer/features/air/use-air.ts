import { useRef } from 'react';
import type { Air } from '../../../shared/contract/index.ts';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import type { Frames, Milliseconds } from '../../../shared/time/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { useAirStore } from './air-store.ts';
import { frameAt } from './channel-clock.ts';
import { ageOfWord, type Freshness, freshnessOf, type LastWord } from './freshness.ts';

/** How far the engine's last word can be trusted at `now`. The page's steady clock starts at 0 when the console does. */
export function currentFreshness(now: Milliseconds): Freshness {
  return freshnessOf(lastWord(), now, milliseconds(0));
}

/** The frame on air at `now`; null before the engine has spoken. */
export function currentFrame(now: Milliseconds): Frames | null {
  const { anchor } = useAirStore.getState();
  return anchor && frameAt(anchor, now);
}

/** The engine's own time of day at `now` (UTC), whatever the clock of the console's machine says; null before it has spoken. */
export function engineTime(now: Milliseconds): Milliseconds | null {
  const { air, heardAt } = useAirStore.getState();
  if (!air?.status || heardAt === null) return null;
  return milliseconds(air.status.at + air.ageMs + (now - heardAt));
}

/** How far the engine's last word can be trusted, kept up to date. */
export function useFreshness(): Freshness {
  return useDerivedFromNow(currentFreshness, 200);
}

/** The age of the engine's last word in whole seconds, kept up to date; null before there was one. */
export function useSecondsSinceWord(): number | null {
  return useDerivedFromNow((now) => {
    const word = lastWord();
    return word && Math.floor(ageOfWord(word, now) / 1000);
  }, 500);
}

/** What the station says of the air; null before the first word. */
export function useAir(): Air | null {
  return useAirStore((state) => state.air);
}

/** The engine's status as of the last time that `keyOf` changed, for what need not be drawn ten times a second. */
export function useStatusBy(keyOf: (status: EngineStatus | null) => string): EngineStatus | null {
  const kept = useRef<{ readonly key: string; readonly status: EngineStatus | null } | null>(null);
  return useAirStore(({ air }) => {
    const status = air?.status ?? null;
    const key = keyOf(status);
    if (kept.current === null || kept.current.key !== key) kept.current = { key, status };
    return kept.current.status;
  });
}

function lastWord(): LastWord | null {
  const { air, heardAt } = useAirStore.getState();
  return air && heardAt !== null ? { ageMs: air.ageMs, hasStatus: air.status !== null, heardAt } : null;
}
