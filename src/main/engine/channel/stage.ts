import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { CuedItem } from './cued-item.ts';
import { CuedLive } from './cued-live.ts';
import { LiveFeed } from './live-feed.ts';
import type { SourceOpener } from './source-opener.ts';

/** An item that is open. */
type Cued = CuedItem | CuedLive;

/** The items that are open: the one on air and those that come next, cued ahead. */
export class Stage {
  readonly #opener: SourceOpener;
  readonly #rate: FrameRate;
  readonly #cued = new Map<string, Cued>();

  constructor(opener: SourceOpener, rate: FrameRate) {
    this.#opener = opener;
    this.#rate = rate;
  }

  /** What is cued for an item, or null. */
  find(item: RundownItem): Cued | null {
    const cued = this.#cued.get(item.id);
    return cued?.serves(item) ? cued : null;
  }

  /** What is cued for an item; opened from its frame `offset` on when nothing is. */
  require(item: RundownItem, offset: Frames): Cued {
    const found = this.find(item);
    if (found !== null) return found;
    this.#drop(item.id);
    const cued = this.#open(item, offset);
    this.#cued.set(item.id, cued);
    return cued;
  }

  /** The same for an item that is not on air yet: what was cued from a later frame on is of no use. */
  requireFrom(item: RundownItem, offset: Frames): Cued {
    const found = this.find(item);
    if (found !== null && found.beginsAt > offset) this.#drop(item.id);
    return this.require(item, offset);
  }

  /** Cues exactly these items from their start; those on air stay as they are, whatever else is open is closed. Live ones that were lost are looked after. */
  cue(onAir: readonly (RundownItem | null)[], ahead: readonly RundownItem[]): void {
    const wanted = new Set([...onAir, ...ahead].map((item) => item?.id));
    for (const id of [...this.#cued.keys()]) if (!wanted.has(id)) this.#drop(id);
    for (const item of ahead) this.require(item, frames(0));
    const feeds = new Set([...this.#cued.values()].flatMap((cued) => (cued instanceof CuedLive ? cued.feed : [])));
    for (const feed of feeds) feed.tend();
  }

  /** Closes all there is: time has jumped, and what is open is at another place. */
  clear(): void {
    for (const id of [...this.#cued.keys()]) this.#drop(id);
  }

  /** What is cued, with its item. */
  all(): Iterable<Cued> {
    return this.#cued.values();
  }

  #open(item: RundownItem, offset: Frames): Cued {
    if (item.source.type === 'live') return new CuedLive(item, this.#feedOf(item, item.source.inputId));
    return new CuedItem(item, offset, this.#opener, this.#rate);
  }

  /** The source of the item right before it, where that is the same: there is no seam then. */
  #feedOf(item: RundownItem, inputId: string): LiveFeed {
    for (const cued of this.#cued.values()) {
      if (cued instanceof CuedLive && cued.feed.inputId === inputId && cued.endsAt === item.startFrame) return cued.feed;
    }
    return new LiveFeed(item, inputId, this.#opener, this.#rate);
  }

  #drop(id: string): void {
    const cued = this.#cued.get(id);
    this.#cued.delete(id);
    void cued?.close();
  }
}
