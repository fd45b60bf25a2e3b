/** AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1) of one SPS and one PPS: what a decoder must know ahead. NAL lengths are 4 bytes. */
export function writeAvcConfiguration(sps: Buffer, pps: Buffer): Buffer {
  const head = Buffer.concat([Buffer.of(1), sps.subarray(1, 4), Buffer.of(0xff, 0xe1), uint16(sps.length)]);
  return Buffer.concat([head, sps, Buffer.of(1), uint16(pps.length), pps]);
}

/** NAL units as MP4 and FLV keep them: each behind its length in 4 bytes, without start codes. */
export function writeLengthPrefixed(units: readonly Buffer[]): Buffer {
  const parts = units.flatMap((unit) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(unit.length, 0);
    return [length, unit];
  });
  return Buffer.concat(parts);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value, 0);
  return bytes;
}
