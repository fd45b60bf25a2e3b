import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { StreamLine } from '../src/main/engine/clock/stream-line.ts';
import type { Burst, Sink } from '../src/main/engine/hub/index.ts';
import type { Frames } from '../src/shared/time/index.ts';
import type { Tape } from './soak-run.ts';

/** Writes whatever the hub hands out to one file, however fast the channel runs. */
export class TapeSink implements Sink {
  readonly id = 'tape';
  readonly type = 'recorder';
  readonly #path: string;
  readonly #line: StreamLine;
  readonly #file: WriteStream;
  #firstFrame: Frames | null = null;
  #bytes = 0;

  /** `line` tells the stream's frames from the channel's. */
  constructor(path: string, line: StreamLine) {
    this.#path = path;
    this.#line = line;
    this.#file = createWriteStream(path);
  }

  /** What was written; none before the first key frame. */
  get tapes(): readonly Tape[] {
    return this.#firstFrame === null
      ? []
      : [{ path: this.#path, firstFrame: this.#firstFrame, channelOf: (frame) => this.#line.channelOf(frame) }];
  }

  receive({ packets, frame, byteLength }: Burst): void {
    this.#firstFrame ??= frame;
    this.#bytes += byteLength;
    for (const packet of packets) this.#file.write(packet);
  }

  restart(): void {
    throw new Error('A tape can not go on after it failed');
  }

  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: this.#bytes, waitingBytes: 0 } as const;
  }

  async close(): Promise<void> {
    this.#file.end();
    await finished(this.#file);
  }
}
