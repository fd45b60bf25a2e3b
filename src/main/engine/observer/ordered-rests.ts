import { type FrameRate, type Frames, frameDueAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** Rests that may still matter to what viewers see now. */
const MOST_REMEMBERED = 16;

interface Rest {
  readonly from: Frames;
  /** The first frame after it; null while it lasts. */
  readonly to: Frames | null;
}

/** Remembers when the slate was on air because somebody ordered it: a still picture and silence are then as they should be. */
export class OrderedRests {
  readonly #rate: FrameRate;
  #rests: readonly Rest[] = [];
  #isResting = false;

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  /** Notes whether frame `frame` was an ordered rest. Frames come in order; called for each one. */
  note(frame: Frames, isOrdered: boolean): void {
    if (isOrdered === this.#isResting) return;
    this.#isResting = isOrdered;
    const last = this.#rests.at(-1);
    if (isOrdered) this.#rests = [...this.#rests, { from: frame, to: null }].slice(-MOST_REMEMBERED);
    else if (last !== undefined) this.#rests = [...this.#rests.slice(0, -1), { ...last, to: frame }];
  }

  /** How much of the time from `since` up to `until` (UTC) lies after the last ordered rest in it. */
  unexplainedMs(since: Milliseconds, until: Milliseconds): Milliseconds {
    const ends = this.#rests.filter(({ from }) => frameDueAt(from, this.#rate) < until).map(({ to }) => this.#endOf(to, until));
    return milliseconds(Math.max(0, until - Math.max(since, ...ends)));
  }

  #endOf(to: Frames | null, until: Milliseconds): number {
    return to === null ? until : Math.min(until, frameDueAt(frames(to), this.#rate));
  }
}
