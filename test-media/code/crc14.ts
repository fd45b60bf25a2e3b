const POLYNOMIAL = 0x0805;
const TOP_BIT = 0x2000;
const MASK = 0x3fff;

/** The 14-bit cyclic check (CRC-14/DARC's polynomial, 0x0805, start 0) of a row of bits, most significant first. */
export function crc14(bits: readonly boolean[]): number {
  return bits.reduce((sum, bit) => {
    const isFeedback = ((sum & TOP_BIT) !== 0) !== bit;
    return isFeedback ? ((sum << 1) & MASK) ^ POLYNOMIAL : (sum << 1) & MASK;
  }, 0);
}
