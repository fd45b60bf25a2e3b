import { CODE_COLUMNS, CODE_ROWS } from './code-layout.ts';
import { crc14 } from './crc14.ts';

/** The first row of cells: always the same, it tells a coded picture from any other and shows what black and white are. */
export const SYNC_BITS: readonly boolean[] = [true, false, true, true, false, false];

const CLIP_BITS = 10;
const FRAME_BITS = 18;
const CHECK_BITS = 14;
/** Without it, an all-black code would check. */
const CHECK_SALT = 0x2aa5;

/** The clips and the frames of a clip that the code can number. */
export const CLIP_LIMIT = 2 ** CLIP_BITS;
export const FRAME_LIMIT = 2 ** FRAME_BITS;

/** Which frame of which clip a picture is. */
export interface FrameIdentity {
  readonly clipId: number;
  readonly frameNumber: number;
}

/**
 * The cells of a frame, row by row: sync, clip, frame number, check. `true` is white.
 * @throws RangeError when the clip or the frame number does not fit.
 */
export function encodeFrameCode({ clipId, frameNumber }: FrameIdentity): readonly boolean[] {
  if (!isWithin(clipId, CLIP_LIMIT)) throw new RangeError(`No clip ${clipId}: 0 to ${CLIP_LIMIT - 1}`);
  if (!isWithin(frameNumber, FRAME_LIMIT)) throw new RangeError(`No frame ${frameNumber}: 0 to ${FRAME_LIMIT - 1}`);
  const payload = [...toBits(clipId, CLIP_BITS), ...toBits(frameNumber, FRAME_BITS)];
  return [...SYNC_BITS, ...payload, ...toBits(crc14(payload) ^ CHECK_SALT, CHECK_BITS)];
}

/** Reads the cells of a picture. null when the check does not agree: a misread is never taken for another frame. */
export function decodeFrameCode(cells: readonly boolean[]): FrameIdentity | null {
  const payload = cells.slice(SYNC_BITS.length, SYNC_BITS.length + CLIP_BITS + FRAME_BITS);
  const check = fromBits(cells.slice(SYNC_BITS.length + CLIP_BITS + FRAME_BITS));
  if (cells.length !== CODE_COLUMNS * CODE_ROWS || (crc14(payload) ^ CHECK_SALT) !== check) return null;
  return { clipId: fromBits(payload.slice(0, CLIP_BITS)), frameNumber: fromBits(payload.slice(CLIP_BITS)) };
}

function isWithin(value: number, limit: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < limit;
}

function toBits(value: number, width: number): boolean[] {
  return Array.from({ length: width }, (_, index) => ((value >> (width - 1 - index)) & 1) === 1);
}

function fromBits(bits: readonly boolean[]): number {
  return bits.reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
}
