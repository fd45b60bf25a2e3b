import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames, type Samples, samples, samplesBefore } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import type { SourceOpener } from './source-opener.ts';
import { StarvationWatch } from './starvation-watch.ts';

/** A decoder that carries an item from its frame `offset` on. */
interface Part {
  readonly producer: Producer;
  readonly offset: Frames;
  readonly end: Frames;
  /** Whether it was opened because the one before it hangs, which may come back to life. */
  readonly isRelief: boolean;
}

/** How long before the pictures at hand end the next decoder is opened. */
const OPENING_MS = 3000;
/** Pictures in hand that tell that a decoder which hung has come back to life. */
const WELL_AGAIN_MS = 250;

/** Who opens and closes decoders. */
type Opening = Pick<SourceOpener, 'open' | 'close'>;

/**
 * An item with its decoder. It counts pictures and samples from the item's first one, wherever in the item the decoder began. A
 * decoder that is lost, or an item that was made longer, gets a further decoder that begins where the pictures at hand end. One that
 * hangs, or reads from a disk that is too slow, gets a relief that begins at the frame that is due: whichever of the two has a due
 * picture first goes on, the other is closed.
 */
export class CuedItem implements Producer {
  readonly item: RundownItem;
  readonly #opener: Opening;
  readonly #rate: FrameRate;
  readonly #watch: StarvationWatch;
  #current: Part;
  #next: Part | null = null;
  #neededEnd: Frames;

  /** `offset`: the first frame of the item that will be asked for. */
  constructor(item: RundownItem, offset: Frames, opener: Opening, rate: FrameRate) {
    this.item = item;
    this.#opener = opener;
    this.#rate = rate;
    this.#neededEnd = item.durationFrames;
    this.#watch = new StarvationWatch(rate);
    this.#current = this.#openPart(offset, false);
  }

  /** Whether this still is what a rundown asks for: the same media from the same frame on. A new length is taken over. */
  serves(item: RundownItem): boolean {
    if (item.id !== this.item.id || JSON.stringify(item.source) !== JSON.stringify(this.item.source)) return false;
    this.#neededEnd = item.durationFrames;
    return true;
  }

  /** The first frame of the item that it still can show. */
  get beginsAt(): Frames {
    return this.#current.offset;
  }

  get state(): CueState {
    return this.#current.producer.state;
  }

  get failure(): SourceFailure | null {
    return this.#current.producer.failure;
  }

  pictureAt(index: number): PictureFrame | null {
    this.#tend(index);
    const own = pictureOf(this.#current, index);
    const picture = this.#next?.isRelief ? this.#choose(own, this.#next, index) : own;
    if (picture !== null) this.#watch.fed(index);
    else if (this.#watch.starved(index, this.state === 'opening')) this.#relieve(index);
    return picture;
  }

  soundAt(from: Samples, count: number, into: Buffer): void {
    const { producer, offset } = this.#current;
    producer.soundAt(samples(from - samplesBefore(offset, this.#rate)), count, into);
  }

  isSpentAt(index: number): boolean {
    this.#tend(index);
    const { producer, offset } = this.#current;
    return producer.isSpentAt(index - offset);
  }

  picturesFrom(index: number): number {
    const { producer, offset } = this.#current;
    return producer.picturesFrom(index - offset);
  }

  async changed(): Promise<void> {
    const changes = [this.#current, this.#next].flatMap((part) => (part === null ? [] : [part.producer.changed()]));
    await Promise.race(changes);
  }

  async close(): Promise<void> {
    await Promise.all([this.#current, this.#next].map((part) => part && this.#opener.close(part.producer)));
  }

  /** Opens a further decoder when this one won't reach the end, and moves on to it when this one has nothing left. */
  #tend(index: number): void {
    const { producer, offset, end } = this.#current;
    if (this.#next === null) {
      const isTooShort = end < this.#neededEnd && index >= end - framesIn(OPENING_MS, this.#rate);
      if (producer.failure?.reason === 'decoder-lost' && this.#watch.mayHelp())
        this.#next = this.#openPart(frames(index + producer.picturesFrom(index - offset)), false);
      else if (isTooShort) this.#next = this.#openPart(end, false);
    }
    if (this.#next !== null && producer.isSpentAt(index - offset)) this.#moveOn(this.#next);
  }

  /** The due picture: the relief's, which then carries on, or that of a decoder which came back; once it goes well the relief is let go. */
  #choose(own: PictureFrame | null, relief: Part, index: number): PictureFrame | null {
    const picture = own ?? pictureOf(relief, index);
    if (own === null && picture !== null) this.#moveOn(relief);
    else if (this.picturesFrom(index) >= framesIn(WELL_AGAIN_MS, this.#rate)) {
      this.#letGo(relief);
      this.#next = null;
    }
    return picture;
  }

  /** Opens a relief at the frame that is due, in the place of one that hangs as well. What is not a file brings itself back. */
  #relieve(index: number): void {
    if (this.item.source.type !== 'file' || this.#current.producer.isSpentAt(index - this.#current.offset)) return;
    this.#letGo(this.#next);
    this.#next = this.#openPart(frames(index), true);
  }

  #moveOn(next: Part): void {
    this.#letGo(this.#current);
    this.#current = next;
    this.#next = null;
  }

  #letGo(part: Part | null): void {
    if (part !== null) void this.#opener.close(part.producer);
  }

  #openPart(offset: Frames, isRelief: boolean): Part {
    const { source } = this.item;
    const length = frames(Math.max(1, this.#neededEnd - offset));
    const from = source.type === 'file' ? { ...source, inFrame: frames(source.inFrame + offset) } : source;
    return { producer: this.#opener.open(from, length, this.item.title), offset, end: frames(offset + length), isRelief };
  }
}

/** A part's picture for the item's frame `index`; null before its first. */
function pictureOf({ producer, offset }: Part, index: number): PictureFrame | null {
  return index < offset ? null : producer.pictureAt(index - offset);
}
