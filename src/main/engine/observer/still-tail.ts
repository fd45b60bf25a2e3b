/** Pictures are looked at in groups of so many: two key pictures and the others between them, whatever the encoder's pattern. */
const GROUP = 5;
/** The least pictures of a group that have to be next to nothing. */
const LEAST_EMPTY = 2;
/** Headers of a picture in the stream, and what a picture that is the same as the one before costs at any size. */
const LEAST_BYTES = 96;
/** Pixels for each further byte of it. */
const PIXELS_PER_BYTE = 2000;

/**
 * For how many of a segment's last pictures the picture stood still. An encoder writes a picture that does not change as "as before", which takes next to
 * no bytes; those that others refer to may still be refined, so that not all of a group need be empty. Tells without decoding, which costs more than
 * the rest of the observer, and without waiting for two key frames to compare.
 */
export function stillTail(pictureBytes: readonly number[], pixels: number): number {
  const most = LEAST_BYTES + pixels / PIXELS_PER_BYTE;
  let still = 0;
  for (let end = pictureBytes.length; end > 0; end -= GROUP) {
    const group = pictureBytes.slice(Math.max(0, end - GROUP), end);
    const empty = group.filter((bytes) => bytes <= most).length;
    if (empty < Math.min(LEAST_EMPTY, group.length - 1)) break;
    still += group.length;
  }
  return still;
}
