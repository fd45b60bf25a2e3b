/**
 * Frame-coded test media: clips whose every frame says which it is, and a reader that tells what a viewer got.
 *
 * - A coded picture carries its clip and frame number in large cells at its centre, with a check: a picture that can't be read for
 *   certain is reported as unreadable, never as another frame. Scaling, padding, rate conversion and lossy coding leave it readable.
 * - Once a second, half past it, the top of the picture flashes white and a 1 kHz beep of 40 ms begins on that frame's first sample.
 *   Under it lies a quiet tone, so that silence is always a fault.
 * - Reading shifts, fills and drops nothing: the times in a report are the stream's own.
 */
export { expectExactJoins, joinFaults } from './analysis/expect-exact-joins.ts';
export type { StreamReport } from './analysis/stream-report.ts';
export type { ClipSpec } from './generator/clip-spec.ts';
export { makeCorruptFile, makeTruncatedCopy } from './generator/damaged-media.ts';
export { makeCodedClip } from './generator/make-coded-clip.ts';
export { readCodedStream } from './reader/read-coded-stream.ts';
export { PictureReader, type PictureReading } from './reader/read-picture.ts';
