import type { Milliseconds } from '../../../shared/time/index.ts';
import type { ScrubLayout } from '../../domain/library/index.ts';

/** What a film is scrubbed by. */
export interface ScrubMedia {
  /** The sheet of stills, JPEG, laid out as asked. */
  readonly sheet: Uint8Array;
  /** The highest sample in each of equal parts of the length, from 0 to 1; none of a film without sound. */
  readonly peaks: readonly number[];
}

/** What is asked of a film to scrub it by. */
export interface ScrubOrder {
  readonly layout: ScrubLayout;
  readonly duration: Milliseconds;
  readonly hasSound: boolean;
}

/** Makes what films are scrubbed by. */
export interface MediaScrubs {
  /** Null when the file gives no picture. @throws MediaToolFailed; and the signal's reason when it is stopped */
  make(path: string, order: ScrubOrder, signal: AbortSignal): Promise<ScrubMedia | null>;
}

/** Keeps what films are scrubbed by. It can be made again, so the oldest goes when there is too much of it. */
export interface ScrubStore {
  /** Null when there is none of that content. */
  read(fingerprint: string): Promise<ScrubMedia | null>;
  write(fingerprint: string, media: ScrubMedia): Promise<void>;
}
