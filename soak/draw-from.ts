/** Draws from a seed: the same seed gives the same draws. */
export interface Draw {
  /** A whole number in [from, to). */
  between(from: number, to: number): number;
  /** Whether something that happens with this probability happens. */
  chance(probability: number): boolean;
  /** One of some things. @throws RangeError when there is none */
  oneOf<T>(things: readonly T[]): T;
}

/** Begins to draw (Marsaglia's 32-bit xorshift). */
export function drawFrom(seed: number): Draw {
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  for (let warm = 0; warm < 8; warm++) next();
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from));
  return {
    between,
    chance: (probability) => next() < probability,
    oneOf: <T>(things: readonly T[]): T => {
      if (things.length === 0) throw new RangeError('Nothing to draw from');
      return things[between(0, things.length)] as T;
    },
  };
}
