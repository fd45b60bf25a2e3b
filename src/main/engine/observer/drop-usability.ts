import { readParameterSetHead } from '../hub/sps-size.ts';

/** What an H.264 sequence parameter set of the profiles for 4:2:0 begins with in a byte stream: start code and NAL type 7. */
const START = Buffer.from([0, 0, 1, 0x67]);
/** In a segment of MPEG-TS it stands in the first packet of the first picture, in the first few packets of the file. */
const LOOK_BYTES = 188 * 20;
const PACKET_BYTES = 188;

/**
 * Takes the usability information (VUI) out of the parameter sets of a segment's first picture, in place: its flag becomes 0 and what followed becomes padding
 * (ITU-T H.264, 7.3.2.1.1 and B.1.1). It is what tells a decoder to keep pictures back until two more have come, to put them in order. Who decodes
 * key frames alone, which are in order, would see each of them two segments late. Leaves what it does not understand as it is.
 */
export function dropUsability(segment: Buffer): void {
  const at = segment.subarray(0, LOOK_BYTES).indexOf(START);
  if (at < 0) return;
  const from = at + START.length - 1;
  const packetEnd = from - (from % PACKET_BYTES) + PACKET_BYTES;
  const next = segment.indexOf(Buffer.from([0, 0, 1]), from);
  if (next < 0 || next > packetEnd) return;
  // One zero may belong to the next start code.
  clearUsability(segment.subarray(from, next));
}

/** As `dropUsability`, of the parameter set that what goes ahead of fragmented MP4 has in its decoder configuration (ISO/IEC 14496-15, 5.3.3.1). A copy. */
export function dropConfiguredUsability(initial: Buffer): Buffer {
  const bytes = Buffer.from(initial);
  const lengthAt = bytes.indexOf('avcC') + 10;
  if (lengthAt < 10 || lengthAt + 2 > bytes.length) return bytes;
  clearUsability(bytes.subarray(lengthAt + 2, lengthAt + 2 + bytes.readUInt16BE(lengthAt)));
  return bytes;
}

function clearUsability(sps: Buffer): void {
  const head = readParameterSetHead(sps);
  if (head === null || hasEscapes(sps.subarray(0, (head.bits >> 3) + 1))) return;
  clearFrom(sps, head.bits);
}

/** Writes the flag as 0, the stop bit, and zeros to the end. */
function clearFrom(sps: Buffer, bit: number): void {
  const [byte, shift] = [bit >> 3, 7 - (bit & 7)];
  const kept = (sps[byte] ?? 0) & ~((1 << (shift + 1)) - 1);
  if (shift > 0) sps[byte] = kept | (1 << (shift - 1));
  else {
    sps[byte] = kept;
    sps[byte + 1] = 0x80;
  }
  sps.fill(0, byte + (shift > 0 ? 1 : 2));
}

function hasEscapes(bytes: Buffer): boolean {
  return bytes.includes(Buffer.from([0, 0, 3]));
}
