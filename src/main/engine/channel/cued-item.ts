import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames, type Samples, samples, samplesBefore } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import type { SourceOpener } from './source-opener.ts';

/** A decoder that carries an item from its frame `offset` on. */
interface Part {
  readonly producer: Producer;
  readonly offset: Frames;
  readonly end: Frames;
}

/** How long before the pictures at hand end the next decoder is opened. */
const OPENING_MS = 3000;
/** How often a decoder that was lost is replaced before the item is given up. */
const MOST_REPLACEMENTS = 3;

/**
 * An item with its decoder. It counts pictures and samples from the item's first one, wherever in the item the decoder began. A
 * decoder that is lost, or an item that was made longer, gets a further decoder that begins where the pictures at hand end.
 */
export class CuedItem implements Producer {
  readonly item: RundownItem;
  readonly #opener: SourceOpener;
  readonly #rate: FrameRate;
  readonly #parts: Part[];
  #neededEnd: Frames;
  #replacements = 0;

  /** `offset`: the first frame of the item that will be asked for. */
  constructor(item: RundownItem, offset: Frames, opener: SourceOpener, rate: FrameRate) {
    this.item = item;
    this.#opener = opener;
    this.#rate = rate;
    this.#neededEnd = item.durationFrames;
    this.#parts = [this.#openPart(offset)];
  }

  /** Whether this still is what a rundown asks for: the same media from the same frame on. A new length is taken over. */
  serves(item: RundownItem): boolean {
    if (item.id !== this.item.id || JSON.stringify(item.source) !== JSON.stringify(this.item.source)) return false;
    this.#neededEnd = item.durationFrames;
    return true;
  }

  get state(): CueState {
    return this.#current.producer.state;
  }

  get failure(): SourceFailure | null {
    return this.#current.producer.failure;
  }

  pictureAt(index: number): PictureFrame | null {
    this.#tend(index);
    const { producer, offset } = this.#current;
    return producer.pictureAt(index - offset);
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

  changed(): Promise<void> {
    return this.#current.producer.changed();
  }

  async close(): Promise<void> {
    await Promise.all(this.#parts.map(({ producer }) => this.#opener.close(producer)));
  }

  get #current(): Part {
    return this.#parts[0] as Part;
  }

  /** Opens a further decoder when this one won't reach the end, and moves on to it when this one has nothing left. */
  #tend(index: number): void {
    const { producer, offset, end } = this.#current;
    const isLost = producer.failure?.reason === 'decoder-lost' && this.#replacements < MOST_REPLACEMENTS;
    const isTooShort = end < this.#neededEnd && index >= end - framesIn(OPENING_MS, this.#rate);
    if (this.#parts.length === 1 && (isLost || isTooShort)) {
      if (isLost) this.#replacements += 1;
      this.#parts.push(this.#openPart(isLost ? frames(index + producer.picturesFrom(index - offset)) : end));
    }
    if (this.#parts.length > 1 && producer.isSpentAt(index - offset)) {
      this.#parts.shift();
      void this.#opener.close(producer);
    }
  }

  #openPart(offset: Frames): Part {
    const { source } = this.item;
    const length = frames(Math.max(1, this.#neededEnd - offset));
    const from = source.type === 'file' ? { ...source, inFrame: frames(source.inFrame + offset) } : source;
    return { producer: this.#opener.open(from, length), offset, end: frames(offset + length) };
  }
}
