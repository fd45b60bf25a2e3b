/** H.264 NAL unit types (ITU-T H.264, table 7-1) that are told apart here. */
export const NAL = { idr: 5, sequenceParameters: 7, pictureParameters: 8, delimiter: 9 } as const;

/** The type of a NAL unit; 0 for an empty one. */
export function nalType(unit: Buffer): number {
  return unit.length > 0 ? unit.readUInt8(0) & 0x1f : 0;
}

/** Splits a byte stream of H.264 (ITU-T H.264, annex B) into its NAL units, start codes and zero padding left out. Views, no copies. */
export function splitAnnexB(bytes: Buffer): readonly Buffer[] {
  const units: Buffer[] = [];
  let start = afterStartCode(bytes, 0);
  while (start < bytes.length) {
    const next = afterStartCode(bytes, start);
    const end = next <= bytes.length ? trimZeros(bytes, start, next - 3) : trimZeros(bytes, start, bytes.length);
    if (end > start) units.push(bytes.subarray(start, end));
    start = next;
  }
  return units;
}

const START_CODE = Buffer.from([0, 0, 1]);

/** Where the first unit from `from` on begins; past the end when there is none. */
function afterStartCode(bytes: Buffer, from: number): number {
  const found = bytes.indexOf(START_CODE, from);
  return found < 0 ? bytes.length + 1 : found + START_CODE.length;
}

function trimZeros(bytes: Buffer, start: number, end: number): number {
  let last = end;
  while (last > start && bytes.readUInt8(last - 1) === 0) last -= 1;
  return last;
}
