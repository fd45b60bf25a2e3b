import type { Readable } from 'node:stream';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { JpegSplitter } from './jpeg-splitter.ts';
import { FactsReader, type StreamFacts } from './stream-facts.ts';

/** What a watching FFmpeg tells of a source while it comes: what it is, and what it looks like. */
export class InputPicture {
  readonly #now: () => Milliseconds;
  readonly #onChange: () => void;
  #reader = new FactsReader();
  #splitter = new JpegSplitter();
  #thumbnail: { readonly jpeg: Buffer; readonly at: Milliseconds } | null = null;

  constructor(now: () => Milliseconds, onChange: () => void) {
    this.#now = now;
    this.#onChange = onChange;
  }

  get facts(): StreamFacts | null {
    return this.#reader.facts;
  }

  get thumbnail(): Buffer | null {
    return this.#thumbnail?.jpeg ?? null;
  }

  get thumbnailAgeMs(): Milliseconds | null {
    return this.#thumbnail === null ? null : milliseconds(this.#now() - this.#thumbnail.at);
  }

  /** Begins anew with the streams of a child. The last thumbnail stays, and grows old. */
  watch(stderr: Readable | null, pictures: Readable | null): void {
    const reader = new FactsReader();
    const splitter = new JpegSplitter();
    this.#reader = reader;
    this.#splitter = splitter;
    stderr?.on('data', (chunk: Buffer) => {
      if (reader.hear(chunk) && this.#reader === reader) this.#onChange();
    });
    pictures?.on('data', (chunk: Buffer) => {
      const jpeg = splitter.push(chunk);
      if (jpeg !== null && this.#splitter === splitter) this.#thumbnail = { jpeg, at: this.#now() };
    });
  }

  /** The source is gone: what it was made of means nothing any more. */
  forget(): void {
    this.#reader = new FactsReader();
  }
}
