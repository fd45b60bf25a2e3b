/** One frame of AAC as it stands in an ADTS stream (ISO/IEC 13818-7, 6.2): 1024 samples. */
export interface AdtsFrame {
  /** The AAC bytes, the header left out. */
  readonly data: Buffer;
  /** AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), two bytes as a number: what a decoder must know ahead. */
  readonly config: number;
  /** Samples a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** The samples in every frame. */
export const SAMPLES_PER_AAC_FRAME = 1024;

const SAMPLE_RATES = [96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350];

/** Splits ADTS into its frames. Stops at the first byte that is no whole frame. Views, no copies. */
export function splitAdts(bytes: Buffer): readonly AdtsFrame[] {
  const frames: AdtsFrame[] = [];
  let at = 0;
  while (at + 7 <= bytes.length) {
    const length = ((bytes.readUInt8(at + 3) & 3) << 11) | (bytes.readUInt16BE(at + 4) >> 5);
    const headerLength = bytes.readUInt8(at + 1) & 1 ? 7 : 9;
    const frame = readFrame(bytes, at, headerLength, length);
    if (frame === null) break;
    frames.push(frame);
    at += length;
  }
  return frames;
}

function readFrame(bytes: Buffer, at: number, headerLength: number, length: number): AdtsFrame | null {
  if ((bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0 || length <= headerLength || at + length > bytes.length) return null;
  const objectType = (bytes.readUInt8(at + 2) >> 6) + 1;
  const rateIndex = (bytes.readUInt8(at + 2) >> 2) & 15;
  const channels = (bytes.readUInt16BE(at + 2) >> 6) & 7;
  const sampleRate = SAMPLE_RATES[rateIndex];
  if (sampleRate === undefined) return null;
  const config = (objectType << 11) | (rateIndex << 7) | (channels << 3);
  return { data: bytes.subarray(at + headerLength, at + length), config, sampleRate, channels };
}
