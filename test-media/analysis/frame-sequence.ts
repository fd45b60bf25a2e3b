import type { FrameRate } from '../../src/shared/time/index.ts';

/** How far a container's rounding of times may move the point where a converted clip is sampled, in frames. */
const ROUNDING = 0.1;

/**
 * Follows the frames of one clip on a channel and tells whether each is the one that is due.
 *
 * A clip at the channel's rate must advance by one each time. A clip at another rate must be sampled at steps of its rate over the
 * channel's: frame k shows number floor(k x ratio + phase) for one phase that holds throughout.
 */
export class FrameSequence {
  readonly #first: number;
  readonly #ratio: number;
  readonly #slack: number;
  #count = 1;
  #leastPhase = 0;
  #mostPhase = 1;

  constructor(firstNumber: number, clipRate: FrameRate, channelRate: FrameRate) {
    this.#first = firstNumber;
    const num = clipRate.num * channelRate.den;
    const den = clipRate.den * channelRate.num;
    this.#ratio = num / den;
    this.#slack = num === den ? 0 : ROUNDING;
  }

  /** The number that is due next, or the lowest of the two that may be. */
  get due(): number {
    return this.#first + Math.floor(this.#count * this.#ratio + this.#leastPhase - this.#slack);
  }

  /** Takes the next frame. Answers false, and changes nothing, when it is not the one that is due. */
  accept(frameNumber: number): boolean {
    const phase = frameNumber - this.#first - this.#count * this.#ratio;
    const leastPhase = Math.max(this.#leastPhase, phase);
    const mostPhase = Math.min(this.#mostPhase, phase + 1);
    if (mostPhase - leastPhase <= -2 * this.#slack + 1e-9) return false;
    this.#leastPhase = leastPhase;
    this.#mostPhase = mostPhase;
    this.#count++;
    return true;
  }
}
