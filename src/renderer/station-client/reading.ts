import { type Milliseconds, milliseconds } from '../../shared/time/index.ts';
import { type RefusalCode, refusalOf } from './refusal.ts';

/**
 * What was last read from the station. `data` stays when a later try fails, so that a view goes on showing the last good data with its age.
 * `readAt` is on the page's own steady clock.
 */
export interface Reading<T> {
  readonly data: T | null;
  readonly readAt: Milliseconds | null;
  readonly refusal: RefusalCode | null;
  /** Counts the tries, so that an answer that comes late does not replace a newer one. */
  readonly tries: number;
}

/** Nothing was read yet. */
export const UNREAD: Reading<never> = { data: null, readAt: null, refusal: null, tries: 0 };

/** Reads anew: keeps what comes, or why nothing came, unless a later try was begun meanwhile. */
export async function readAnew<T>(
  access: { readonly get: () => Reading<T>; readonly set: (reading: Reading<T>) => void },
  call: () => Promise<T>,
  now: () => number,
): Promise<void> {
  const tries = access.get().tries + 1;
  access.set({ ...access.get(), tries });
  try {
    const data = await call();
    if (access.get().tries === tries) access.set({ data, readAt: milliseconds(now()), refusal: null, tries });
  } catch (error) {
    if (access.get().tries === tries) access.set({ ...access.get(), refusal: refusalOf(error) });
  }
}
