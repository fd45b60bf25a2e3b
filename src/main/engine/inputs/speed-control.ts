import { type FrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';

/**
 * How hard the speed is corrected: for each second that is held too much, and, so that a steady drift leaves nothing held too much, for each second of that for a second. Together they settle within two minutes
 * without overshooting.
 */
const CORRECTION = 0.05;
const STEADY_CORRECTION = CORRECTION ** 2 / 4;
/** At most. Clocks differ by some 0.0001; what differs by more is no clock, and a fifth of a semitone is hardly heard. */
const STRONGEST = 0.012;
/** The seconds over which what is held is averaged, so that bursts do not steer. */
const AVERAGED_SECONDS = 2;

/** Finds the speed at which what is held of a live source neither grows nor shrinks. Pure. */
export class SpeedControl {
  readonly #frameSeconds: number;
  #tooMuchSeconds = 0;
  #drift = 0;

  constructor(rate: FrameRate) {
    this.#frameSeconds = rate.den / rate.num;
  }

  /** Samples of the source for each of the channel. */
  get speed(): number {
    return 1 + within(this.#drift + this.#tooMuchSeconds * CORRECTION, STRONGEST);
  }

  /** Says by how many samples too much is held; less than 0: too little. Once a frame. */
  observe(tooMuch: number): void {
    this.#tooMuchSeconds += ((tooMuch / SAMPLE_RATE - this.#tooMuchSeconds) * this.#frameSeconds) / AVERAGED_SECONDS;
    this.#drift = within(this.#drift + this.#tooMuchSeconds * STEADY_CORRECTION * this.#frameSeconds, STRONGEST);
  }

  /** What is held has changed for another reason: what is known of the drift still holds. */
  forget(): void {
    this.#tooMuchSeconds = 0;
  }
}

function within(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}
