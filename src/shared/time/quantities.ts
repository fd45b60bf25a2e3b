/** The units Perpetua counts in. A brand keeps a number of one unit from being passed for another; it costs nothing at run time. */
declare const unit: unique symbol;

/** A whole number of frames: a length, or a frame's number on the channel's grid. Always at the channel's rate unless the name says otherwise. */
export type Frames = number & { readonly [unit]: 'frames' };

/** Milliseconds: a length, or an instant in UTC since 1970-01-01 (names ending in `At`). May hold a fraction. */
export type Milliseconds = number & { readonly [unit]: 'milliseconds' };

/** A whole number of audio samples for each channel of sound, at 48 kHz. */
export type Samples = number & { readonly [unit]: 'samples' };

/** A ratio of levels in decibels: 0 leaves sound as it is. */
export type Decibels = number & { readonly [unit]: 'decibels' };

/**
 * Brands a whole number as frames.
 * @throws RangeError when `count` is not a safe whole number; a fraction of a frame is a defect wherever it appears.
 */
export function frames(count: number): Frames {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Frames must be a whole number, not ${count}`);
  return count as Frames;
}

/** Brands a number as milliseconds. */
export function milliseconds(count: number): Milliseconds {
  return count as Milliseconds;
}

/** Brands a whole number as samples. @throws RangeError when `count` is not a safe whole number. */
export function samples(count: number): Samples {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Samples must be a whole number, not ${count}`);
  return count as Samples;
}

/** Brands a number as decibels. */
export function decibels(level: number): Decibels {
  return level as Decibels;
}
