import { isQuiet } from './quiet-segment.ts';

const PACKET_BYTES = 188;
const SYNC = 0x47;
/** Stream ids of pictures in a PES packet (ISO/IEC 13818-1, table 2-22). */
const PICTURES = 0xe0;
const PICTURES_MASK = 0xf0;

const START_CODE = Buffer.from([0, 0, 1]);
/** NAL types (ITU-T H.264, table 7-1). */
const CODED_SLICE = 1;
const CODED_KEY_SLICE = 5;
const FILLER_DATA = 12;
/** A demultiplexer hands the first picture on when the second begins, and its parser when the third does. */
const HEADS_UP_TO = 3;

/** What is left of a segment for whoever decodes its key frame and its sound. */
export interface ThinSegment {
  /** All of it, where so little happens that it deserves a closer look; null elsewhere. */
  readonly whole: Buffer | null;
  /** Runs of packets: all tables and sound, the first picture, and the heads of those after it that tell a reader that it is complete. */
  readonly kept: readonly Buffer[];
}

/**
 * Takes apart a segment of MPEG-TS, and mutes, in place, the pictures of which only heads are kept: a decoder sees their delimiters and no more. Null when
 * it is no MPEG-TS, or has no picture.
 */
export function thinSegment(segment: Buffer): ThinSegment | null {
  if (!isTransportStream(segment)) return null;
  const pictureBytes = measurePictures(segment);
  if (pictureBytes.length === 0) return null;
  const whole = isQuiet(pictureBytes) ? Buffer.from(segment) : null;
  return { whole, kept: keepFirstPicture(segment) };
}

/** Bytes of each picture, in the order of decoding, its headers in the stream included. */
function measurePictures(segment: Buffer): readonly number[] {
  const pictureBytes: number[] = [];
  let picturePid = -1;
  for (let at = 0; at < segment.length; at += PACKET_BYTES) {
    if (startsPicture(segment, at)) {
      picturePid = pidOf(segment, at);
      pictureBytes.push(0);
    }
    if (pidOf(segment, at) !== picturePid) continue;
    pictureBytes[pictureBytes.length - 1] = (pictureBytes.at(-1) as number) + at + PACKET_BYTES - payloadStart(segment, at);
  }
  return pictureBytes;
}

function keepFirstPicture(segment: Buffer): readonly Buffer[] {
  const kept: Buffer[] = [];
  let [picturePid, pictures, keptFrom] = [-1, 0, 0];
  for (let at = 0; at < segment.length; at += PACKET_BYTES) {
    const isStart = startsPicture(segment, at);
    if (isStart) {
      picturePid = pidOf(segment, at);
      pictures += 1;
    }
    if (pidOf(segment, at) !== picturePid || pictures === 1 || (isStart && keepHead(segment, at, pictures))) continue;
    if (at > keptFrom) kept.push(segment.subarray(keptFrom, at));
    keptFrom = at + PACKET_BYTES;
  }
  if (keptFrom < segment.length) kept.push(segment.subarray(keptFrom));
  return kept;
}

function isTransportStream(segment: Buffer): boolean {
  for (let at = 0; at < segment.length; at += PACKET_BYTES) if (segment[at] !== SYNC) return false;
  return segment.length > 0 && segment.length % PACKET_BYTES === 0;
}

/** Keeps the packet that a picture starts with, muted, if it is one of those that are needed. */
function keepHead(segment: Buffer, at: number, picture: number): boolean {
  if (picture > HEADS_UP_TO) return false;
  muteSlices(segment.subarray(at, at + PACKET_BYTES));
  return true;
}

function pidOf(segment: Buffer, at: number): number {
  return (((segment[at + 1] as number) & 0x1f) << 8) | (segment[at + 2] as number);
}

function payloadStart(segment: Buffer, at: number): number {
  const hasAdaptation = ((segment[at + 3] as number) & 0x20) !== 0;
  return Math.min(at + PACKET_BYTES, at + 4 + (hasAdaptation ? 1 + (segment[at + 4] as number) : 0));
}

function startsPicture(segment: Buffer, at: number): boolean {
  if (((segment[at + 1] as number) & 0x40) === 0) return false;
  const payload = payloadStart(segment, at);
  if (payload + 4 > at + PACKET_BYTES) return false;
  const isPes = segment[payload] === 0 && segment[payload + 1] === 0 && segment[payload + 2] === 1;
  return isPes && ((segment[payload + 3] as number) & PICTURES_MASK) === PICTURES;
}

/** Makes filler data of the slices in a packet: one that is cut short would be decoded, and complained about. */
function muteSlices(packet: Buffer): void {
  for (let at = packet.indexOf(START_CODE); at >= 0; at = packet.indexOf(START_CODE, at + 3)) {
    const type = (packet[at + 3] ?? 0) & 0x1f;
    if (type === CODED_SLICE || type === CODED_KEY_SLICE) packet[at + 3] = FILLER_DATA;
  }
}
