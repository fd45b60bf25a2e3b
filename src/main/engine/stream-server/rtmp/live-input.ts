import { type Milliseconds, milliseconds } from '../../../../shared/time/index.ts';
import { BoundedFeed, type FeedPipe } from '../../hub/index.ts';
import { FLV_HEADER, readFlvRole, writeFlvTag } from './flv-tags.ts';
import type { Publication, PublishDesk } from './publish-desk.ts';
import { MESSAGE, type RtmpMessage } from './rtmp-message.ts';

/** A silence longer than this is trouble: the source is not stable. */
const LONGEST_SILENCE_MS = 1000;
/** What the bitrate is measured over. */
const MEASURED_MS = 5000;

/** How a live source does. */
export interface LiveInputStatus {
  readonly isPublished: boolean;
  /** Kilobits a second over the last five seconds. */
  readonly bitrateKbps: number;
  /** Since it came, or since its last silence of more than a second; 0 during one. */
  readonly stableSeconds: number;
  readonly pictures: number;
}

/** Somebody who reads the source as FLV, from the next key frame on. */
export interface LiveReader extends FeedPipe {
  /** The source is gone. Nothing follows. */
  end(): void;
}

/** What is known of the source while it is there. */
interface Source {
  stableSince: Milliseconds;
  heardAt: Milliseconds;
  pictures: number;
  readonly setup: Map<string, Buffer>;
  readonly arrivals: { readonly at: Milliseconds; readonly bytes: number }[];
}

/**
 * A live source that is published to the station under one key. It is only watched: whoever wants its picture and sound reads it as FLV. One
 * publisher at a time; a reader that is slow leaves out up to a key frame, and the publisher never notices.
 */
export class LiveInput implements PublishDesk {
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
    const now = this.#now();
    const source: Source = { stableSince: now, heardAt: now, pictures: 0, setup: new Map(), arrivals: [] };
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
    if (source === null) return { isPublished: false, bitrateKbps: 0, stableSeconds: 0, pictures: 0 };
    const now = this.#now();
    forgetOld(source, now);
    const bytes = source.arrivals.reduce((sum, arrival) => sum + arrival.bytes, 0);
    const stableSeconds = now - source.heardAt > LONGEST_SILENCE_MS ? 0 : Math.floor((now - source.stableSince) / 1000);
    return { isPublished: true, bitrateKbps: Math.round((bytes * 8) / MEASURED_MS), stableSeconds, pictures: source.pictures };
  }

  #receive(source: Source, message: RtmpMessage): void {
    const now = this.#now();
    if (now - source.heardAt > LONGEST_SILENCE_MS) source.stableSince = now;
    source.heardAt = now;
    source.arrivals.push({ at: now, bytes: message.payload.length });
    forgetOld(source, now);
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

function forgetOld(source: Source, now: Milliseconds): void {
  const from = milliseconds(now - MEASURED_MS);
  const kept = source.arrivals.findIndex(({ at }) => at >= from);
  source.arrivals.splice(0, kept < 0 ? source.arrivals.length : kept);
}
