import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames, type Samples } from '../../../shared/time/index.ts';
import { itemEnd } from '../../domain/playout/index.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { CueState, Producer, SourceFailure } from '../producers/producer.ts';
import type { LiveFeed } from './live-feed.ts';

const NOTHING_CAME: SourceFailure = { reason: 'input-lost', detail: 'nothing came when it was due' };

/** A live item: its source, which it may share with the item right before it, and what was wrong with that while the item was on air. */
export class CuedLive implements Producer {
  readonly item: RundownItem;
  readonly feed: LiveFeed;
  /** It shows whatever its source shows then. */
  readonly beginsAt = frames(0);
  #endsAt: Frames;
  #failure: SourceFailure | null = null;

  constructor(item: RundownItem, feed: LiveFeed) {
    this.item = item;
    this.#endsAt = itemEnd(item);
    this.feed = feed;
    feed.join();
  }

  /** The first frame that is not its own, by the latest rundown. */
  get endsAt(): Frames {
    return this.#endsAt;
  }

  /** Whether this still is what a rundown asks for. A new length is taken over: a live source has no end. */
  serves(item: RundownItem): boolean {
    if (item.id !== this.item.id || JSON.stringify(item.source) !== JSON.stringify(this.item.source)) return false;
    this.#endsAt = itemEnd(item);
    return true;
  }

  get state(): CueState {
    return this.feed.state;
  }

  /** Stays set when the source is back: the evidence of the item tells of it. */
  get failure(): SourceFailure | null {
    return this.#failure ?? this.feed.failure;
  }

  pictureAt(index: number): PictureFrame | null {
    const picture = this.feed.pictureAt(index);
    if (picture === null) this.#failure ??= this.feed.failure ?? NOTHING_CAME;
    return picture;
  }

  soundAt(from: Samples, count: number, into: Buffer): void {
    this.feed.soundAt(from, count, into);
  }

  isSpentAt(index: number): boolean {
    return this.feed.isSpentAt(index);
  }

  picturesFrom(index: number): number {
    return this.feed.picturesFrom(index);
  }

  changed(): Promise<void> {
    return this.feed.changed();
  }

  close(): Promise<void> {
    return this.feed.leave();
  }
}
