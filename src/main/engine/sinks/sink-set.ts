import { join } from 'node:path';
import { assertNever } from '../../../shared/assert-never.ts';
import type { Output } from '../../../shared/engine-protocol/index.ts';
import type { FrameRate, Milliseconds } from '../../../shared/time/index.ts';
import type { EngineLog, Sink, StreamHub } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { openHlsPutSink } from './hls-put/index.ts';
import { planOutputChanges } from './plan-output-changes.ts';
import { PushSink } from './push/index.ts';
import { RecorderSink, RecordingFolder } from './recorder/index.ts';

/** What the outputs need of the engine. */
export interface SinkSetParts {
  readonly hub: StreamHub;
  readonly rate: FrameRate;
  /** The encoder's distance between key frames. */
  readonly keyFrameSeconds: number;
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  /** Where recorders write that are not told another place; each gets a folder of its own in it. */
  readonly recordingsFolder: string;
  /** A clock that never steps; its zero means nothing. */
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
}

/**
 * The outputs that an operator configures: any number of them on one hub, changed while the channel is on air. Changing one never touches
 * another. How each does is in the hub's statuses.
 */
export class SinkSet {
  readonly #parts: SinkSetParts;
  readonly #running = new Map<string, Output>();
  /** What is still to be done for an id: an output is closed before another takes its place, since it may hold a port or a key. */
  readonly #work = new Map<string, Promise<void>>();
  #isClosed = false;

  constructor(parts: SinkSetParts) {
    this.#parts = parts;
  }

  /** Makes these the outputs that run. Resolves when all changes are done; need not be waited for. Never rejects. After `close` it does nothing. */
  async apply(outputs: readonly Output[]): Promise<void> {
    if (!this.#isClosed) this.#change(outputs);
    await Promise.all(this.#work.values());
  }

  /** Closes every output, for good. */
  async close(): Promise<void> {
    if (!this.#isClosed) this.#change([]);
    this.#isClosed = true;
    await Promise.all(this.#work.values());
  }

  #change(outputs: readonly Output[]): void {
    const { leaving, joining } = planOutputChanges([...this.#running.values()], outputs);
    if (leaving.length + joining.length > 0) this.#parts.log.info('Outputs change', { leaving, joining: joining.map(({ id }) => id) });
    for (const id of leaving) {
      this.#running.delete(id);
      this.#enqueue(id, () => this.#parts.hub.detach(id));
    }
    for (const output of joining) {
      this.#running.set(output.id, output);
      this.#enqueue(output.id, () => this.#open(output));
    }
  }

  #enqueue(id: string, work: () => Promise<void>): void {
    const before = this.#work.get(id) ?? Promise.resolve();
    const all = before.then(work).finally(() => {
      if (this.#work.get(id) === all) this.#work.delete(id);
    });
    this.#work.set(id, all);
  }

  async #open(output: Output): Promise<void> {
    try {
      this.#parts.hub.attach(await this.#sinkFor(output));
    } catch (error) {
      this.#parts.log.error('An output can not be opened', { sink: output.id, cause: String(error) });
    }
  }

  async #sinkFor(output: Output): Promise<Sink> {
    switch (output.type) {
      case 'rtmp':
      case 'srt':
      case 'udp':
        return new PushSink(output, this.#parts);
      case 'hls-put':
        return openHlsPutSink(output, this.#parts);
      case 'recorder': {
        const folder = output.folder ?? join(this.#parts.recordingsFolder, output.id);
        return new RecorderSink(output, { ...this.#parts, store: new RecordingFolder(folder, output.id) });
      }
      default:
        return assertNever(output);
    }
  }
}
