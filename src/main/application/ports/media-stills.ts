import type { Milliseconds } from '../../../shared/time/index.ts';

/** Takes small still pictures out of films. */
export interface MediaStills {
  /**
   * A JPEG of a telling picture soon after `at`, upright and of the shape it airs in; null when the file gives none.
   * @throws MediaToolFailed; and the signal's reason when it is stopped
   */
  take(path: string, at: Milliseconds, signal: AbortSignal): Promise<Uint8Array | null>;
}
