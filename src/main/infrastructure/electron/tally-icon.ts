import { type NativeImage, nativeImage } from 'electron';
import type { Tally } from './tally.ts';

const SIZE = 22;

/** Blue, green, red, as a bitmap holds them; apart in brightness too, for those who do not see red from green. */
const FILLS: Readonly<Record<Tally, readonly [number, number, number]>> = {
  'on-air': [0x28, 0x1e, 0xc8],
  trouble: [0x0b, 0x9e, 0xf5],
  'off-air': [0x6b, 0x60, 0x58],
};

/** The tray's icon: a disc on air, a ring with a dot in trouble, a ring off air. */
export function tallyIcon(tally: Tally): NativeImage {
  return nativeImage.createFromBitmap(tallyBitmap(tally), { width: SIZE, height: SIZE });
}

function tallyBitmap(tally: Tally): Buffer {
  const [blue, green, red] = FILLS[tally];
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const radius = Math.hypot(x - (SIZE - 1) / 2, y - (SIZE - 1) / 2);
      if (isFilled(tally, radius)) pixels.set([blue, green, red, 0xff], (y * SIZE + x) * 4);
    }
  }
  return pixels;
}

function isFilled(tally: Tally, radius: number): boolean {
  const isRing = radius > 6.5 && radius <= 9.5;
  if (tally === 'off-air') return isRing;
  return tally === 'on-air' ? radius <= 9.5 : isRing || radius <= 3.5;
}
