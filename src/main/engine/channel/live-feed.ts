import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import type { FrameRate, Samples } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import { LATEST_MS } from './live-watch.ts';
import type { SourceOpener } from './source-opener.ts';

/** Looks between two attempts to open a source: about a second. */
const LOOKS_BETWEEN = 5;

/** Who opens and closes live sources, and says how they do. */
type Opening = Pick<SourceOpener, 'open' | 'close' | 'isComing' | 'isStable'>;

/**
 * A live input in full, for the items that air it one right after the other. One that was lost is opened anew when it is back. Has it stayed away for longer than
 * its last picture is held, it counts as there only once it has been stable for as long as its setting asks: a source that comes and goes does not flicker with
 * what stands in.
 */
export class LiveFeed {
  readonly inputId: string;
  readonly #opener: Opening;
  readonly #open: () => Producer;
  readonly #patience: number;
  #current: Producer;
  #users = 0;
  #asked = -1;
  #missedInRow = 0;
  #wasSeen = false;
  #isTrusted = true;
  #looks = 0;

  constructor(item: RundownItem, inputId: string, opener: Opening, rate: FrameRate) {
    this.inputId = inputId;
    this.#opener = opener;
    this.#open = () => opener.open(item.source, null, item.title);
    this.#patience = framesIn(LATEST_MS, rate);
    this.#current = this.#open();
  }

  /** Opens a source that was lost and is back, and trusts it again once it is stable. To be called a few times a second, on air and ahead of it. */
  tend(): void {
    this.#looks += 1;
    const { failure, state } = this.#current;
    if (failure !== null && this.#looks >= LOOKS_BETWEEN && this.#opener.isComing(this.inputId)) this.#reopen();
    else if (!this.#isTrusted && failure === null && state === 'cued') this.#isTrusted = this.#opener.isStable(this.inputId);
  }

  get state(): CueState {
    return this.#wasSeen && this.#isTrusted ? 'cued' : this.#current.state;
  }

  get failure(): SourceFailure | null {
    return this.#current.failure;
  }

  /** Frame `index` of whichever item is on air. */
  pictureAt(index: number): PictureFrame | null {
    const picture = this.#isTrusted ? this.#current.pictureAt(index) : null;
    if (picture !== null) {
      this.#wasSeen = true;
      this.#missedInRow = 0;
    } else if (index !== this.#asked) this.#miss();
    this.#asked = index;
    return picture;
  }

  soundAt(from: Samples, count: number, into: Buffer): void {
    this.#current.soundAt(from, count, into);
  }

  isSpentAt(index: number): boolean {
    return !this.#isTrusted || this.#current.isSpentAt(index);
  }

  picturesFrom(index: number): number {
    return this.#isTrusted ? this.#current.picturesFrom(index) : 0;
  }

  changed(): Promise<void> {
    return this.#current.changed();
  }

  /** One more item airs it. */
  join(): void {
    this.#users += 1;
  }

  /** An item is done with it. The last one closes it, and waits for its end. */
  async leave(): Promise<void> {
    this.#users -= 1;
    if (this.#users === 0) await this.#opener.close(this.#current);
  }

  #miss(): void {
    this.#missedInRow += 1;
    if (this.#wasSeen && this.#missedInRow >= this.#patience) this.#isTrusted = false;
  }

  #reopen(): void {
    void this.#opener.close(this.#current);
    this.#current = this.#open();
    this.#looks = 0;
  }
}
