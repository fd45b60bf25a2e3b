import type { PictureReading } from '../reader/read-picture.ts';

/** A frame as a viewer got it. `ptsMs` is the stream's own time. */
export type FrameReading = PictureReading & { readonly ptsMs: number };

/** Sound as a viewer got it, in the stream's own time. */
export interface SoundReading {
  readonly beepsMs: readonly number[];
  readonly silences: readonly TimeSpan[];
  /** Where the stream holds no sound at all. */
  readonly holes: readonly TimeSpan[];
  readonly lengthMs: number;
  /** How far a sample lies from the line through the two before it, at most, as a share of full scale. */
  readonly sharpestBend: number;
}

/** A stretch of the stream's time, half-open. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Everything that was read from a stream. `sound` is null when it has none. */
export interface StreamReading {
  readonly frames: readonly FrameReading[];
  readonly sound: SoundReading | null;
}
