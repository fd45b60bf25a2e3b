/** The level of the loudest possible sample. */
const FULL_SCALE = 32_768;

/** What one or more frames of stereo sound came to: highest samples and sums of squares, in units of full scale. Written over again and again. */
export interface SoundSums {
  peakLeft: number;
  peakRight: number;
  squaresLeft: number;
  squaresRight: number;
  samples: number;
}

/** Sums of nothing. */
export function noSound(): SoundSums {
  return { peakLeft: 0, peakRight: 0, squaresLeft: 0, squaresRight: 0, samples: 0 };
}

/** Adds a frame of s16le stereo sound. Nothing is allocated: it runs for every frame of the channel, in its tick. */
export function addSound(sums: SoundSums, sound: Uint8Array): void {
  let peakLeft = 0;
  let peakRight = 0;
  let squaresLeft = 0;
  let squaresRight = 0;
  for (let at = 0; at + 3 < sound.length; at += 4) {
    const left = (((sound[at] as number) | ((sound[at + 1] as number) << 8)) << 16) >> 16;
    const right = (((sound[at + 2] as number) | ((sound[at + 3] as number) << 8)) << 16) >> 16;
    const highLeft = left < 0 ? -left : left;
    const highRight = right < 0 ? -right : right;
    if (highLeft > peakLeft) peakLeft = highLeft;
    if (highRight > peakRight) peakRight = highRight;
    squaresLeft += left * left;
    squaresRight += right * right;
  }
  sums.peakLeft = Math.max(sums.peakLeft, peakLeft / FULL_SCALE);
  sums.peakRight = Math.max(sums.peakRight, peakRight / FULL_SCALE);
  sums.squaresLeft += squaresLeft / (FULL_SCALE * FULL_SCALE);
  sums.squaresRight += squaresRight / (FULL_SCALE * FULL_SCALE);
  sums.samples += sound.length >> 2;
}

/** Begins anew. */
export function clearSound(sums: SoundSums): void {
  sums.peakLeft = 0;
  sums.peakRight = 0;
  sums.squaresLeft = 0;
  sums.squaresRight = 0;
  sums.samples = 0;
}
