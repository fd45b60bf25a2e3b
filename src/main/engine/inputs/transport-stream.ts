import type { Milliseconds } from '../../../shared/time/index.ts';
import { BoundedFeed } from '../hub/index.ts';
import type { LiveReader, LiveStream } from './live-stream.ts';
import { TransportCutter } from './transport-cutter.ts';

/** The MPEG-TS of a receiver, handed on to whoever reads it, from the next key frame on. */
export class TransportStream implements LiveStream {
  readonly format = 'mpegts';
  readonly #readers = new Map<LiveReader, { readonly feed: BoundedFeed; hasBegun: boolean }>();
  #cutter = new TransportCutter();

  attach(reader: LiveReader): void {
    const feed = new BoundedFeed(reader);
    feed.connected();
    this.#readers.set(reader, { feed, hasBegun: false });
  }

  detach(reader: LiveReader): void {
    this.#readers.delete(reader);
  }

  /** Takes in what the receiver wrote. */
  receive(chunk: Buffer, now: Milliseconds): void {
    for (const { bytes, isKeyFrame } of this.#cutter.push(chunk)) {
      for (const reader of this.#readers.values()) {
        if (!reader.hasBegun && !isKeyFrame) continue;
        const packets = reader.hasBegun ? [bytes] : [...this.#cutter.tables, bytes];
        reader.hasBegun = true;
        reader.feed.push({ packets, byteLength: packets.reduce((sum, { length }) => sum + length, 0), isKeyFrame }, now);
      }
    }
  }

  /** The receiver is gone: so is the stream for everybody who read it. */
  end(): void {
    this.#cutter = new TransportCutter();
    const readers = [...this.#readers.keys()];
    this.#readers.clear();
    for (const reader of readers) reader.end();
  }
}
