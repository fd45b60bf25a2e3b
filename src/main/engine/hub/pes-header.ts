/** What the head of a PES packet says (ISO/IEC 13818-1, 2.4.3.6). Timestamps are 33 bits at 90 kHz, as they stand there. */
export interface PesHeader {
  readonly pts: number;
  /** When the unit is to be decoded; the same as `pts` when the packet does not say. */
  readonly dts: number;
  /** Where the elementary stream's bytes begin, in the buffer that was read. */
  readonly dataStart: number;
}

/** Reads the PES header in [at, end). Null when there is none, it is cut short, or it carries no time. */
export function readPesHeader(bytes: Buffer, at: number, end: number): PesHeader | null {
  if (at + 14 > end || bytes.readUIntBE(at, 3) !== 1) return null;
  const dataStart = at + 9 + bytes.readUInt8(at + 8);
  const flags = bytes.readUInt8(at + 7) & 0xc0;
  if (dataStart > end || (flags & 0x80) === 0 || dataStart < at + 14) return null;
  const pts = readTimestamp(bytes, at + 9);
  const hasDts = flags === 0xc0 && dataStart >= at + 19;
  return { pts, dts: hasDts ? readTimestamp(bytes, at + 14) : pts, dataStart };
}

function readTimestamp(bytes: Buffer, at: number): number {
  const high = (bytes.readUInt8(at) >> 1) & 0x07;
  return high * 2 ** 30 + (bytes.readUInt16BE(at + 1) >> 1) * 2 ** 15 + (bytes.readUInt16BE(at + 3) >> 1);
}
