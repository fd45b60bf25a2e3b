import type { Milliseconds } from '../../../../shared/time/index.ts';
import { BoundedFeed } from '../../hub/index.ts';
import { type Health, InputHealth } from '../../inputs/input-health.ts';
import type { LiveReader, LiveStream } from '../../inputs/live-stream.ts';
import { FLV_HEADER, readFlvRole, writeFlvTag } from './flv-tags.ts';
import type { Publication, PublishDesk } from './publish-desk.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';

/** How a live source does. */
export interface LiveInputStatus extends Health {
  readonly isPublished: boolean;
  readonly pictures: number;
}

/** What is known of the source while it is there. */
interface Source {
  pictures: number;
  readonly health: InputHealth;
  readonly setup: Map<string, Buffer>;
}

/**
 * A live source that is published to the station under one key. It is only watched: whoever wants its picture and sound reads it as FLV. One
 * publisher at a time; a reader that is slow leaves out up to a key frame, and the publisher never notices.
 */
export class LiveInput implements PublishDesk, LiveStream {
  readonly format = 'flv';
  readonly #key: string;
  readonly #now: () => Milliseconds;
  readonly #readers = new Map<LiveReader, { readonly feed: BoundedFeed; hasBegun: boolean }>();
  #source: Source | null = null;

  /** `now`: a clock that never steps. */
  constructor(key: string, now: () => Milliseconds) {
    this.#key = key;
    this.#now = now;
  }

  open(key: string): Publication | string {
    if (key !== this.#key) return 'There is no such input.';
    if (this.#source !== null) return 'This input has a publisher already.';
    const source: Source = { pictures: 0, health: new InputHealth(), setup: new Map() };
    this.#source = source;
    return {
      receive: (message) => this.#receive(source, message),
      end: () => {
        if (this.#source === source) this.#end();
      },
    };
  }

  /** Begins to feed a reader: what a decoder must know, then all from the next key frame on. Without a publisher it waits for one. */
  attach(reader: LiveReader): void {
    const feed = new BoundedFeed(reader);
    feed.connected();
    this.#readers.set(reader, { feed, hasBegun: false });
  }

  /** Stops feeding a reader; one that is not attached is passed over. */
  detach(reader: LiveReader): void {
    this.#readers.delete(reader);
  }

  status(): LiveInputStatus {
    const source = this.#source;
    const health = (source?.health ?? NOBODY).at(this.#now());
    return { ...health, isPublished: source !== null, pictures: source?.pictures ?? 0 };
  }

  #receive(source: Source, message: RtmpMessage): void {
    source.health.heard(message.payload.length, this.#now());
    const role = readFlvRole(message);
    const tag = writeFlvTag(message);
    if (role === 'key-frame' || (role === 'other' && message.type === MESSAGE.video)) source.pictures += 1;
    if (role !== 'key-frame' && role !== 'other') source.setup.set(role, tag);
    for (const reader of this.#readers.values()) {
      if (role === 'key-frame' && !reader.hasBegun) {
        reader.hasBegun = true;
        this.#feed(reader.feed, [FLV_HEADER, ...source.setup.values(), tag], true);
      } else if (reader.hasBegun) this.#feed(reader.feed, [tag], role === 'key-frame');
    }
  }

  #feed(feed: BoundedFeed, packets: readonly Buffer[], isKeyFrame: boolean): void {
    const byteLength = packets.reduce((sum, { length }) => sum + length, 0);
    feed.push({ packets, byteLength, isKeyFrame }, this.#now());
  }

  #end(): void {
    this.#source = null;
    const readers = [...this.#readers.keys()];
    this.#readers.clear();
    for (const reader of readers) reader.end();
  }
}

const NOBODY = new InputHealth();
