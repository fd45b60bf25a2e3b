import { type FrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';

/** What is held of a live source between its arrival and the air: enough for a network that is uneven. In samples. */
const TARGET = 0.3 * SAMPLE_RATE;
/** With so much more at hand than that the source is joined anew: a live picture is never allowed to grow old. */
const MOST_ABOVE = 0.7 * SAMPLE_RATE;
/** How hard the speed is corrected: so much for each second that is held too much, and at most. Half a percent nobody hears. */
const CORRECTION = 0.02;
const STRONGEST = 0.005;
/** The seconds over which what is held is averaged, so that bursts do not steer. */
const AVERAGED_SECONDS = 2;
/** How far, in pictures, the picture may be from its sound before one is left out or shown twice; beyond a half, so that it does not waver. */
const SLACK = 0.75;

/**
 * Where on a live source's own timeline the channel is. A source's clock is never quite the channel's: what is held of it slowly grows or shrinks. The position is therefore moved on
 * a little faster or slower than the channel, sound is resampled to that speed, and each picture is chosen by the time of the sound. Both are thus in step after any
 * time, and the delay stays what it was. Pure: what has arrived comes in as arguments. Counted in samples at 48 kHz of the source's timeline.
 */
export class LivePosition {
  readonly #perPicture: number;
  readonly #smoothing: number;
  #position = 0;
  #averageHeld = TARGET;
  #lastPicture = -1;
  #isOnAir = false;
  #isStarved = false;

  constructor(rate: FrameRate) {
    this.#perPicture = (SAMPLE_RATE * rate.den) / rate.num;
    this.#smoothing = rate.den / (rate.num * AVERAGED_SECONDS);
  }

  /** The sample that is due, with a fraction. */
  get sample(): number {
    return this.#position;
  }

  /** The picture that was chosen last; -1: none yet. */
  get picture(): number {
    return this.#lastPicture;
  }

  /** Whether enough has arrived to go on air. `pictures` and `samples` count from the start of the timeline; `samples` null: there is no sound. */
  isPrimed(pictures: number, samples: number | null): boolean {
    return pictures > 0 && this.#held(pictures, samples) >= TARGET;
  }

  /** Keeps up with what arrives while nobody asks for it. @returns the first picture that is still of use. */
  follow(pictures: number, samples: number | null): number {
    if (!this.#isOnAir) this.#position = Math.max(this.#position, this.#end(pictures, samples) - TARGET);
    return this.#isOnAir ? this.#lastPicture : Math.floor(this.#position / this.#perPicture);
  }

  /** The picture for the channel's next frame; null when the source has not come that far. */
  choose(pictures: number, samples: number | null): number | null {
    this.#isOnAir = true;
    const held = this.#held(pictures, samples);
    if (held > TARGET + MOST_ABOVE) this.#joinAnew(this.#end(pictures, samples) - TARGET);
    if (held < this.#perPicture || (this.#isStarved && held < TARGET / 2)) {
      this.#isStarved = true;
      return null;
    }
    this.#isStarved = false;
    this.#averageHeld += (Math.min(held, TARGET + MOST_ABOVE) - this.#averageHeld) * this.#smoothing;
    const ideal = this.#position / this.#perPicture;
    const following = this.#lastPicture + 1;
    const chosen = this.#lastPicture >= 0 && Math.abs(ideal - following) <= SLACK ? following : Math.round(ideal);
    // What has not come is no reason to show the last one again as if it were new.
    if (chosen >= pictures) return null;
    this.#lastPicture = Math.max(this.#lastPicture, chosen);
    return this.#lastPicture;
  }

  /** Moves on by `count` of the channel's samples. @returns the speed: samples of the source for each of the channel. */
  advance(count: number): number {
    const secondsTooMuch = (this.#averageHeld - TARGET) / SAMPLE_RATE;
    const speed = 1 + Math.max(-STRONGEST, Math.min(STRONGEST, secondsTooMuch * CORRECTION));
    this.#position += count * speed;
    return speed;
  }

  #joinAnew(position: number): void {
    this.#position = position;
    this.#averageHeld = TARGET;
    this.#lastPicture = Math.max(this.#lastPicture, Math.round(position / this.#perPicture) - 1);
  }

  #held(pictures: number, samples: number | null): number {
    return this.#end(pictures, samples) - this.#position;
  }

  /** Up to where the timeline has arrived. Sound that stays out for a second is not waited for. */
  #end(pictures: number, samples: number | null): number {
    const end = pictures * this.#perPicture;
    return samples === null || end - samples > SAMPLE_RATE ? end : Math.min(end, samples);
  }
}
