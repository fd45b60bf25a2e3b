import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, frames, type Samples } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import { LATEST_MS } from './live-watch.ts';
import type { SourceOpener } from './source-opener.ts';

/** Looks between two attempts to open a source: about a second. */
const LOOKS_BETWEEN = 5;
const NOTHING_CAME: SourceFailure = { reason: 'input-lost', detail: 'nothing came when it was due' };

/** Who opens and closes live sources, and says how they do. */
type Opening = Pick<SourceOpener, 'open' | 'close' | 'isComing' | 'isStable'>;

/**
 * A live item with its source. One that is not there when its time comes airs as soon as it is. One that is lost on air, and stays away for longer than its last picture
 * is held, is back once it has been stable for as long as its setting asks: a source that comes and goes does not flicker with what stands in.
 */
export class CuedLive implements Producer {
  readonly item: RundownItem;
  /** It shows whatever its source shows then. */
  readonly beginsAt = frames(0);
  readonly #inputId: string;
  readonly #opener: Opening;
  readonly #patience: number;
  #current: Producer;
  #failure: SourceFailure | null = null;
  /** The last frame of the item that had a picture; null: none had. */
  #seenAt: number | null = null;
  #isTrusted = true;
  #looks = 0;

  constructor(item: RundownItem, inputId: string, opener: Opening, rate: FrameRate) {
    this.item = item;
    this.#inputId = inputId;
    this.#opener = opener;
    this.#patience = framesIn(LATEST_MS, rate);
    this.#current = this.#open();
  }

  /** Whether this still is what a rundown asks for. Its length does not matter: a live source has no end. */
  serves(item: RundownItem): boolean {
    return item.id === this.item.id && JSON.stringify(item.source) === JSON.stringify(this.item.source);
  }

  /** Opens a source that was lost and is back, and trusts it again once it is stable. To be called a few times a second, on air and ahead of it. */
  tend(): void {
    this.#looks += 1;
    const { failure, state } = this.#current;
    if (failure !== null && this.#looks >= LOOKS_BETWEEN && this.#opener.isComing(this.#inputId)) this.#reopen(failure);
    else if (!this.#isTrusted && failure === null && state === 'cued') this.#isTrusted = this.#opener.isStable(this.#inputId);
  }

  get state(): CueState {
    return this.#seenAt !== null && this.#isTrusted ? 'cued' : this.#current.state;
  }

  /** Stays set when the source is back: the evidence of the item tells of it. */
  get failure(): SourceFailure | null {
    return this.#failure ?? this.#current.failure;
  }

  pictureAt(index: number): PictureFrame | null {
    const picture = this.#isTrusted ? this.#current.pictureAt(index) : null;
    if (picture !== null) this.#seenAt = index;
    else this.#miss(index);
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

  close(): Promise<void> {
    return this.#opener.close(this.#current);
  }

  #miss(index: number): void {
    this.#failure ??= this.#current.failure ?? NOTHING_CAME;
    if (this.#seenAt !== null && index - this.#seenAt >= this.#patience) this.#isTrusted = false;
  }

  #reopen(failure: SourceFailure): void {
    this.#failure ??= failure;
    void this.#opener.close(this.#current);
    this.#current = this.#open();
    this.#looks = 0;
  }

  #open(): Producer {
    return this.#opener.open(this.item.source, null, this.item.title);
  }
}
