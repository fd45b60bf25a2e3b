import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** How far the engine's last word can be trusted. `unheard`: there has been none yet. */
export type Freshness = 'unheard' | 'fresh' | 'stale' | 'lost';

/** Past this age numerals are grey. */
const STALE_AFTER_MS = 1000;
/** Past this age the console says that it lost the engine, and air controls are off. */
const LOST_AFTER_MS = 3000;

/** The engine's last word as it came in: how old it was then, and when that was on the page's own steady clock. */
export interface LastWord {
  readonly ageMs: Milliseconds;
  readonly hasStatus: boolean;
  readonly heardAt: Milliseconds;
}

/** How old the engine's last word is at `now`. */
export function ageOfWord(word: LastWord, now: Milliseconds): Milliseconds {
  return milliseconds(word.ageMs + Math.max(0, now - word.heardAt));
}

/** How far the engine's last word can be trusted at `now`; `startedAt` is when the console began to listen. */
export function freshnessOf(word: LastWord | null, now: Milliseconds, startedAt: Milliseconds): Freshness {
  if (!word?.hasStatus) return now - startedAt > LOST_AFTER_MS ? 'lost' : 'unheard';
  const age = ageOfWord(word, now);
  if (age > LOST_AFTER_MS) return 'lost';
  return age > STALE_AFTER_MS ? 'stale' : 'fresh';
}
