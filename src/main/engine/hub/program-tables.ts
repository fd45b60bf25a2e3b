import { PACKET_BYTES, payloadStartAt, startsUnitAt } from './ts-packet.ts';

/** stream_type values of ISO/IEC 13818-1, table 2-34, that the station makes. */
const H264 = 0x1b;
const AAC_ADTS = 0x0f;

/** The PIDs of the programme's picture and sound. */
export interface ProgramStreams {
  readonly videoPid: number | null;
  readonly audioPid: number | null;
}

/** The PID of the first programme's map, from a packet that holds a whole association table (PAT); null when it holds none, or a broken one. */
export function readProgramMapPid(bytes: Buffer, at: number): number | null {
  const section = readSection(bytes, at, 0x00);
  if (section === null) return null;
  for (let entry = 8; entry + 4 <= section.length - 4; entry += 4) {
    if (section.readUInt16BE(entry) !== 0) return section.readUInt16BE(entry + 2) & 0x1fff;
  }
  return null;
}

/** The first H.264 and the first AAC stream of a packet that holds a whole programme map (PMT); null when it holds none, or a broken one. */
export function readProgramStreams(bytes: Buffer, at: number): ProgramStreams | null {
  const section = readSection(bytes, at, 0x02);
  if (section === null || section.length < 16) return null;
  let videoPid: number | null = null;
  let audioPid: number | null = null;
  const end = section.length - 4;
  let entry = 12 + (section.readUInt16BE(10) & 0xfff);
  while (entry + 5 <= end) {
    const type = section.readUInt8(entry);
    const pid = section.readUInt16BE(entry + 1) & 0x1fff;
    if (type === H264) videoPid ??= pid;
    if (type === AAC_ADTS) audioPid ??= pid;
    entry += 5 + (section.readUInt16BE(entry + 3) & 0xfff);
  }
  return { videoPid, audioPid };
}

/** The section that starts and ends in the packet, CRC included, if it is of this table and its CRC is right. */
function readSection(bytes: Buffer, at: number, tableId: number): Buffer | null {
  const payload = payloadStartAt(bytes, at);
  const end = at + PACKET_BYTES;
  if (!startsUnitAt(bytes, at) || payload >= end) return null;
  const start = payload + 1 + bytes.readUInt8(payload);
  if (start + 3 > end || bytes.readUInt8(start) !== tableId) return null;
  const length = 3 + (bytes.readUInt16BE(start + 1) & 0xfff);
  if (length < 12 || start + length > end) return null;
  const section = bytes.subarray(start, start + length);
  return crc32Mpeg(section) === 0 ? section : null;
}

/** CRC-32/MPEG-2 (ISO/IEC 13818-1, annex A): 0 over a section that ends with its own CRC. */
function crc32Mpeg(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return crc >>> 0;
}
