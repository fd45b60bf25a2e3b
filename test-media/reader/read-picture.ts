import { CODE_COLUMNS, CODE_ROWS, cellBox, FLASH_BOX, PICTURE_UNITS, type UnitBox } from '../code/code-layout.ts';
import { decodeFrameCode, SYNC_BITS } from '../code/frame-code.ts';
import { type ActiveBox, findActiveBox, type GreyPicture } from './active-picture.ts';

/**
 * What a picture is. `unreadable`: a coded picture whose number can't be told, as a blend of two frames. `other`: no coded picture and
 * not black, such as a slate.
 */
export type PictureReading =
  | { readonly kind: 'coded'; readonly clipId: number; readonly frameNumber: number; readonly isFlash: boolean }
  | { readonly kind: 'unreadable' | 'other' | 'black' };

/** No more than this much of the range between black and white may be between them, or a cell can't be told. */
const CERTAIN = 0.3;
/** A picture with nothing above this level is black. */
const BLACK_LEVEL = 40;

const CELLS = Array.from({ length: CODE_COLUMNS * CODE_ROWS }, (_, index) => cellBox(index));

/** Reads pictures one after the other. It remembers where the last coded picture was, which saves looking for it each time. */
export class PictureReader {
  #lastBox: ActiveBox | null = null;

  /** Tells what a picture is. */
  read(picture: GreyPicture): PictureReading {
    const quick = this.#lastBox && readCode(picture, this.#lastBox);
    if (quick?.kind === 'coded') return quick;
    const box = findActiveBox(picture);
    if (!box) return { kind: isBlack(picture) ? 'black' : 'other' };
    const reading = readCode(picture, box);
    this.#lastBox = reading.kind === 'coded' ? box : null;
    return reading;
  }
}

function readCode(picture: GreyPicture, box: ActiveBox): PictureReading {
  const means = CELLS.map((cell) => meanOf(picture, box, cell));
  const sync = means.slice(0, SYNC_BITS.length);
  const white = Math.min(...sync.filter((_, index) => SYNC_BITS[index]));
  const black = Math.max(...sync.filter((_, index) => !SYNC_BITS[index]));
  if (white - black < 80) return { kind: 'other' };
  const levels = means.map((mean) => (mean - black) / (white - black));
  if (levels.some((level) => level > CERTAIN && level < 1 - CERTAIN)) return { kind: 'unreadable' };
  const identity = decodeFrameCode(levels.map((level) => level > 0.5));
  if (!identity) return { kind: 'unreadable' };
  return { kind: 'coded', ...identity, isFlash: (meanOf(picture, box, FLASH_BOX) - black) / (white - black) > 0.5 };
}

/** The mean of the inner half of a box, away from the edges that scaling and coding smear. */
function meanOf({ pixels, width }: GreyPicture, active: ActiveBox, box: UnitBox): number {
  const acrossUnit = (active.right - active.left) / PICTURE_UNITS;
  const downUnit = (active.bottom - active.top) / PICTURE_UNITS;
  const left = Math.round(active.left + (box.left + box.width / 4) * acrossUnit);
  const right = Math.max(left + 1, Math.round(active.left + (box.left + (box.width * 3) / 4) * acrossUnit));
  const top = Math.round(active.top + (box.top + box.height / 4) * downUnit);
  const bottom = Math.max(top + 1, Math.round(active.top + (box.top + (box.height * 3) / 4) * downUnit));
  let sum = 0;
  for (let row = top; row < bottom; row++) {
    for (let at = row * width + left; at < row * width + right; at++) sum += pixels[at] ?? 0;
  }
  return sum / ((right - left) * (bottom - top));
}

function isBlack({ pixels }: GreyPicture): boolean {
  return pixels.every((level) => level < BLACK_LEVEL);
}
