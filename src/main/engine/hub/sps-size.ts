/** The size of a picture. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Profiles whose parameters say more about colour (ITU-T H.264, 7.3.2.1.1). */
const HIGH_PROFILES = [100, 110, 122, 244, 44, 83, 86, 118, 128];

/** What a sequence parameter set says before its usability information (VUI), and how many bits, its first byte included, that takes. */
interface ParameterSetHead extends PictureSize {
  readonly bits: number;
}

/**
 * The size of the pictures that an H.264 sequence parameter set announces, cropping done (ITU-T H.264, 7.3.2.1.1), for 4:2:0.
 * Null when it is cut short or carries scaling matrices, which no encoder of the station writes.
 */
export function readPictureSize(sps: Buffer): PictureSize | null {
  const head = readParameterSetHead(sps);
  return head === null ? null : { width: head.width, height: head.height };
}

/** As `readPictureSize`, with the place where the flag stands that says whether usability information follows. */
export function readParameterSetHead(sps: Buffer): ParameterSetHead | null {
  const bits = new BitReader(unescapeNal(sps.subarray(1)));
  const profile = bits.read(8);
  bits.read(16);
  bits.readGolomb();
  if (HIGH_PROFILES.includes(profile) && !skipHighProfile(bits)) return null;
  bits.readGolomb();
  skipPictureOrder(bits);
  bits.readGolomb();
  bits.read(1);
  const width = (bits.readGolomb() + 1) * 16;
  const mapHeight = (bits.readGolomb() + 1) * 16;
  const isFrameOnly = bits.read(1);
  if (isFrameOnly === 0) bits.read(1);
  bits.read(1);
  const [left, right, top, bottom] = bits.read(1)
    ? [bits.readGolomb(), bits.readGolomb(), bits.readGolomb(), bits.readGolomb()]
    : [0, 0, 0, 0];
  const fields = 2 - isFrameOnly;
  const size = { width: width - 2 * (left + right), height: mapHeight * fields - 2 * fields * (top + bottom), bits: 8 + bits.position };
  return bits.isExhausted() || size.width <= 0 || size.height <= 0 ? null : size;
}

/** Returns whether what follows can be read. */
function skipHighProfile(bits: BitReader): boolean {
  const isColour420 = bits.readGolomb() === 1;
  bits.readGolomb();
  bits.readGolomb();
  bits.read(1);
  return isColour420 && bits.read(1) === 0;
}

function skipPictureOrder(bits: BitReader): void {
  const type = bits.readGolomb();
  if (type === 0) bits.readGolomb();
  if (type !== 1) return;
  bits.read(1);
  bits.readGolomb();
  bits.readGolomb();
  for (let left = Math.min(bits.readGolomb(), 255); left > 0; left -= 1) bits.readGolomb();
}

/** Takes out the bytes that keep start codes from appearing by chance (7.4.1, emulation_prevention_three_byte). */
function unescapeNal(bytes: Buffer): Buffer {
  return Buffer.from(bytes.filter((byte, at) => !(byte === 3 && at >= 2 && bytes[at - 1] === 0 && bytes[at - 2] === 0)));
}

class BitReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The next `count` bits; zeros beyond the end. */
  read(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      const byte = this.#bytes[this.#at >> 3] ?? 0;
      value = value * 2 + ((byte >> (7 - (this.#at & 7))) & 1);
      this.#at += 1;
    }
    return value;
  }

  /** The next unsigned Exp-Golomb number (9.1). */
  readGolomb(): number {
    let zeros = 0;
    while (zeros < 32 && this.read(1) === 0) zeros += 1;
    return 2 ** zeros - 1 + this.read(zeros);
  }

  /** Bits that were read. */
  get position(): number {
    return this.#at;
  }

  isExhausted(): boolean {
    return this.#at > this.#bytes.length * 8;
  }
}
