import { type FrameRate, SAMPLE_RATE } from '../../../shared/time/index.ts';
import type { PictureTimes } from './picture-times.ts';
import { SpeedControl } from './speed-control.ts';

/** What is held of a live source between its arrival and the air: enough for a network that is uneven. In samples. */
const TARGET = 0.3 * SAMPLE_RATE;
/** With so much more at hand than that the source is joined anew: a live picture is never allowed to grow old. */
const MOST_ABOVE = 0.7 * SAMPLE_RATE;
/** How much further, as a share of a frame, the picture may be from its sound before what was done last (one left out, or shown twice) is undone: times that are uneven must not make it waver. */
const RELUCTANCE = 0.2;

/**
 * Where on a live source's own timeline the channel is. A source's clock is never quite the channel's: what is held of it slowly grows or shrinks. The position is therefore moved on
 * a little faster or slower than the channel, sound is resampled to that speed, and each picture is the one whose own time is nearest to that of the sound. Both are thus in step after any
 * time, within half a frame of the channel (a tenth more where a drift turns round), and the delay stays what it was. Pure: what has arrived comes in as arguments. Counted in samples at 48 kHz of the source's timeline.
 */
export class LivePosition {
  readonly #times: PictureTimes;
  readonly #perFrame: number;
  readonly #control: SpeedControl;
  #position = 0;
  #target = TARGET;
  #lastPicture = -1;
  #lastStep = 1;
  /** By how many pictures of the source it usually goes on: the last step that was taken twice in a row. */
  #cadence = 1;
  /** What was done last against that: 1: one was left out, -1: one was shown twice. */
  #lastSlip = 0;
  #isOnAir = false;
  #isStarved = false;

  /** `times`: of the pictures, kept by whoever hears of them. */
  constructor(rate: FrameRate, times: PictureTimes) {
    this.#times = times;
    this.#perFrame = (SAMPLE_RATE * rate.den) / rate.num;
    this.#control = new SpeedControl(rate);
  }

  /** The sample that is due, with a fraction. */
  get sample(): number {
    return this.#position;
  }

  /** Whether enough has arrived to go on air: `pictures` that are there and have a time, `samples` from the start of the timeline; null: there is no sound. */
  isPrimed(pictures: number, samples: number | null): boolean {
    return pictures > 0 && this.#held(pictures, samples) >= TARGET;
  }

  /** Keeps up with what arrives while nobody asks for it. @returns the first picture that is still of use. */
  follow(pictures: number, samples: number | null): number {
    if (this.#isOnAir) return this.#lastPicture;
    this.#position = Math.max(this.#position, this.#end(pictures, samples) - TARGET);
    return this.#nearest(pictures, this.#times.first);
  }

  /** The picture for the channel's next frame; null when the source has not come that far. */
  choose(pictures: number, samples: number | null): number | null {
    if (!this.#isOnAir) this.#begin(pictures);
    this.#isOnAir = true;
    if (this.#held(pictures, samples) > this.#target + MOST_ABOVE) this.#joinAnew(pictures, samples);
    const held = this.#held(pictures, samples);
    if (held < this.#perFrame || (this.#isStarved && held < TARGET / 2)) {
      this.#isStarved = true;
      return null;
    }
    this.#isStarved = false;
    this.#control.observe(Math.min(held, this.#target + MOST_ABOVE) - this.#target);
    const chosen = this.#inCadence(pictures, this.#nearest(pictures, Math.max(0, this.#lastPicture)));
    this.#note(chosen);
    return chosen;
  }

  /** Moves on by `count` of the channel's samples. @returns the speed: samples of the source for each of the channel. */
  advance(count: number): number {
    const speed = this.#control.speed;
    this.#position += count * speed;
    return speed;
  }

  #joinAnew(pictures: number, samples: number | null): void {
    this.#position = this.#end(pictures, samples) - TARGET;
    this.#control.forget();
    this.#begin(pictures);
  }

  /** Begins exactly on a picture: a source with the channel's clock then stays far from where one is left out or shown twice. */
  #begin(pictures: number): void {
    let picture = this.#nearest(pictures, this.#times.first);
    while (picture + 1 < pictures && this.#timeOf(picture) < this.#position) picture += 1;
    const shift = Math.max(0, Math.min(this.#perFrame, this.#timeOf(picture) - this.#position));
    this.#position += shift;
    this.#target = TARGET - shift;
  }

  /** The picture whose time is nearest, of those that are not more than half a frame early; from picture `from` on. */
  #nearest(pictures: number, from: number): number {
    let nearest = from;
    for (let picture = from + 1; picture < pictures; picture++) {
      if (this.#timeOf(picture) > this.#position + this.#perFrame / 2) break;
      if (this.#distance(picture) <= this.#distance(nearest)) nearest = picture;
    }
    return nearest;
  }

  /** The picture that goes on as before instead of `nearest`, as long as that is about as near. */
  #inCadence(pictures: number, nearest: number): number {
    const expected = this.#lastPicture + this.#cadence;
    if (this.#lastPicture < 0 || expected >= pictures || expected === nearest) return nearest;
    const slip = Math.sign(nearest - expected);
    const reluctance = slip === -this.#lastSlip ? RELUCTANCE * this.#perFrame : 0;
    const isEarly = this.#timeOf(expected) > this.#position + this.#perFrame / 2 + reluctance / 2;
    if (!isEarly && this.#distance(expected) <= this.#distance(nearest) + reluctance) return expected;
    this.#lastSlip = slip;
    return nearest;
  }

  #note(chosen: number): void {
    const step = chosen - this.#lastPicture;
    if (step === this.#lastStep) this.#cadence = step;
    this.#lastStep = step;
    this.#lastPicture = chosen;
  }

  #distance(picture: number): number {
    return Math.abs(this.#timeOf(picture) - this.#position);
  }

  /** One that is forgotten lies before all others. */
  #timeOf(picture: number): number {
    return this.#times.at(picture) ?? Number.NEGATIVE_INFINITY;
  }

  #held(pictures: number, samples: number | null): number {
    return this.#end(pictures, samples) - this.#position;
  }

  /** Up to where the timeline has arrived. Sound that stays out for a second is not waited for. */
  #end(pictures: number, samples: number | null): number {
    const last = this.#times.at(pictures - 1);
    const end = last === null ? 0 : last + this.#perFrame;
    return samples === null || end - samples > SAMPLE_RATE ? end : Math.min(end, samples);
  }
}
