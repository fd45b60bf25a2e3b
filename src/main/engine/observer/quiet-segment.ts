/** Headers of a picture in the stream, and what one costs that is the same as the one before. */
const LEAST_BYTES = 96;
/** Bytes of a quiet segment's other pictures for each byte of its key frame, at the most. Moving pictures take 8 and more, a freeze 4 while an encoder still refines it. */
const MOST_BYTES = 5;

/**
 * Whether so little happens in a segment, by the bytes of its pictures (the key frame first), that the picture may stand still in it. Many that do move are
 * quiet as well, such as a speaker or a clock: only pictures tell.
 */
export function isQuiet(pictureBytes: readonly number[]): boolean {
  const [key = 0, ...others] = pictureBytes;
  return others.reduce((sum, bytes) => sum + Math.max(0, bytes - LEAST_BYTES), 0) <= key * MOST_BYTES;
}
