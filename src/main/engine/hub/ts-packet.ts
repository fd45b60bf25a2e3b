/** The length of an MPEG-TS packet (ISO/IEC 13818-1, 2.4.3). */
export const PACKET_BYTES = 188;

/** The first byte of every packet. */
export const SYNC_BYTE = 0x47;

/** PIDs are 13 bits. */
export const PID_COUNT = 8192;

/** The PID of the packet at `at`. */
export function pidAt(bytes: Buffer, at: number): number {
  return bytes.readUInt16BE(at + 1) & 0x1fff;
}

/** Whether a PES packet or a table begins in the packet at `at` (payload_unit_start_indicator). */
export function startsUnitAt(bytes: Buffer, at: number): boolean {
  return (bytes.readUInt8(at + 1) & 0x40) !== 0;
}

/** Whether the packet at `at` carries payload; only such packets advance the continuity counter. */
export function hasPayloadAt(bytes: Buffer, at: number): boolean {
  return (bytes.readUInt8(at + 3) & 0x10) !== 0;
}

/** Where the payload of the packet at `at` begins; the packet's end when it has none, or when its adaptation field is a lie. */
export function payloadStartAt(bytes: Buffer, at: number): number {
  const end = at + PACKET_BYTES;
  if (!hasPayloadAt(bytes, at)) return end;
  return Math.min(hasAdaptationAt(bytes, at) ? at + 5 + bytes.readUInt8(at + 4) : at + 4, end);
}

/** Whether the packet at `at` is marked as one that decoding can start from (random_access_indicator). */
export function isRandomAccessAt(bytes: Buffer, at: number): boolean {
  return hasAdaptationAt(bytes, at) && bytes.readUInt8(at + 4) > 0 && (bytes.readUInt8(at + 5) & 0x40) !== 0;
}

function hasAdaptationAt(bytes: Buffer, at: number): boolean {
  return (bytes.readUInt8(at + 3) & 0x20) !== 0;
}
