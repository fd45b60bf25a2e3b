import type { FrameRate } from '../../src/shared/time/index.ts';
import { cellBox, FLASH_BOX, LEVELS, PICTURE_UNITS, type UnitBox } from '../code/code-layout.ts';
import { isFlashing } from '../code/flash-cadence.ts';
import { encodeFrameCode, type FrameIdentity } from '../code/frame-code.ts';

/** Bytes of a drawn picture: one grey byte for each unit. FFmpeg scales it up with hard edges. */
const PICTURE_BYTES = PICTURE_UNITS * PICTURE_UNITS;

/** Draws a frame of a clip as a grey picture of 100 x 100. */
export function drawCodedPicture(identity: FrameIdentity, rate: FrameRate): Buffer {
  const picture = Buffer.alloc(PICTURE_BYTES, LEVELS.margin);
  fill(picture, FLASH_BOX, isFlashing(identity.frameNumber, rate));
  encodeFrameCode(identity).forEach((isWhite, index) => {
    fill(picture, cellBox(index), isWhite);
  });
  return picture;
}

function fill(picture: Buffer, box: UnitBox, isWhite: boolean): void {
  for (let row = box.top; row < box.top + box.height; row++) {
    const start = row * PICTURE_UNITS + box.left;
    picture.fill(isWhite ? LEVELS.white : LEVELS.black, start, start + box.width);
  }
}
