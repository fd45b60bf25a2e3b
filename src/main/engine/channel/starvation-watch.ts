import type { FrameRate } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';

/** How long pictures may be missing before help is sent for, and how long each helper is given to come. */
const PATIENCE_MS = 250;
const HELP_MS = 3000;
/** How often help is sent for in a row, and the pictures in a row after which that is forgiven. */
const MOST_ATTEMPTS = 3;
const WELL_MS = 60_000;

/** Watches whether the pictures of a source come, and says when to send for another one. Counts in frames of the channel. */
export class StarvationWatch {
  readonly #rate: FrameRate;
  /** The first frame in a row that was asked for in vain. */
  #hungrySince: number | null = null;
  #wellSince: number | null = null;
  #attempts = 0;

  constructor(rate: FrameRate) {
    this.#rate = rate;
  }

  /** Says that frame `index` was there. */
  fed(index: number): void {
    this.#hungrySince = null;
    this.#wellSince ??= index;
    if (index - this.#wellSince >= framesIn(WELL_MS, this.#rate)) this.#attempts = 0;
  }

  /**
   * Says that frame `index` was not there. A source that is still being opened is given as long as help would take.
   * @returns whether help is to be sent for now; it counts as sent.
   */
  starved(index: number, isOpening: boolean): boolean {
    this.#wellSince = null;
    this.#hungrySince ??= index;
    const patience = framesIn(isOpening ? HELP_MS : PATIENCE_MS, this.#rate);
    const due = patience + this.#attempts * framesIn(HELP_MS, this.#rate);
    return index - this.#hungrySince >= due && this.mayHelp();
  }

  /** Whether help may be sent for once more; it counts as sent. */
  mayHelp(): boolean {
    if (this.#attempts >= MOST_ATTEMPTS) return false;
    this.#attempts += 1;
    return true;
  }
}
