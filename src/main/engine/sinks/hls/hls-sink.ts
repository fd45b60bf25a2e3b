import type { FrameRate } from '../../../../shared/time/index.ts';
import type { Burst, EngineLog, Sink, SinkStatus } from '../../hub/index.ts';
import { FolderStorage } from './folder-storage.ts';
import type { HlsStorage } from './hls-storage.ts';
import type { MasterEntry } from './master-keeper.ts';
import { restoreWindow } from './restore-window.ts';
import { type FinishedSegment, SegmentBuilder } from './segment-builder.ts';
import type { HlsFormat } from './segment-format.ts';
import { SegmentPublisher } from './segment-publisher.ts';

/** How much may wait in memory for a disk that does not take it: some minutes of a 3 Mbit/s channel. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

/** How the channel is cut up for HLS. */
export interface HlsSinkOptions {
  readonly id: string;
  readonly rate: FrameRate;
  /** The encoder's distance between key frames. */
  readonly segmentSeconds: number;
  /** Segments in the playlist. */
  readonly windowSegments: number;
  readonly format: HlsFormat;
  /** Its place in a master playlist; null: there is none, and its own playlist stands where viewers look. */
  readonly master: MasterEntry | null;
  readonly log: EngineLog;
}

/** Opens the HLS sink on a folder, made if need be, going on from what an earlier engine left there. @throws the system's error when the folder can't be used. */
export async function openHlsSink(options: HlsSinkOptions & { readonly dir: string }): Promise<HlsSink> {
  return openHlsSinkOn(new FolderStorage(options.dir), options);
}

/** As `openHlsSink`, on any storage. */
export async function openHlsSinkOn(storage: HlsStorage, options: HlsSinkOptions): Promise<HlsSink> {
  const restored = await restoreWindow(storage, options);
  return new HlsSink(options, new SegmentPublisher({ ...options, storage }, restored));
}

/** Cuts the stream into segments at its key frames and keeps a playlist of the latest. */
export class HlsSink implements Sink {
  readonly id: string;
  readonly type = 'hls';
  readonly #log: EngineLog;
  readonly #publisher: SegmentPublisher;
  readonly #builder: SegmentBuilder;
  #waiting: FinishedSegment[] = [];
  #work: Promise<void> = Promise.resolve();
  #state: SinkStatus['state'] = 'starting';
  #detail = 'Waiting for the first segment.';
  #bytesSent = 0;

  constructor(options: HlsSinkOptions, publisher: SegmentPublisher) {
    this.id = options.id;
    this.#log = options.log;
    this.#publisher = publisher;
    this.#builder = new SegmentBuilder(options.rate, publisher.targetSeconds, options.format);
  }

  /** Gathers; what is complete is written in the background. */
  receive(burst: Burst): void {
    for (const finished of this.#builder.push(burst)) this.#enqueue(finished);
  }

  /** Lists so many segments from the next one on. */
  list(windowSegments: number): void {
    this.#publisher.list(windowSegments);
  }

  restart(): void {
    this.#builder.drop();
  }

  status(): SinkStatus {
    const [bytesSent, waitingBytes] = [this.#bytesSent, this.#waitingBytes];
    return { id: this.id, type: this.type, state: this.#state, detail: this.#detail, bytesSent, waitingBytes };
  }

  /** Publishes the segment that is open, as short as it is, and waits for all writing to end. */
  async close(): Promise<void> {
    for (const last of this.#builder.end()) this.#enqueue(last);
    await this.#work;
    this.#report('stopped', 'Closed.');
  }

  get #waitingBytes(): number {
    return this.#waiting.reduce((sum, segment) => sum + segment.byteLength, 0);
  }

  #enqueue(segment: FinishedSegment): void {
    this.#waiting.push(segment);
    this.#dropSurplus();
    this.#work = this.#work.then(() => this.#publishWaiting());
  }

  /** Publishes until nothing waits or something fails; what failed is tried again when the next segment is there. Never rejects. */
  async #publishWaiting(): Promise<void> {
    for (let segment = this.#waiting.shift(); segment; segment = this.#waiting.shift()) {
      try {
        const published = await this.#publisher.publish(segment);
        this.#bytesSent += published.byteLength;
        this.#report('running', `Segment ${published.sequence}.`);
      } catch (error) {
        this.#waiting.unshift(segment);
        this.#dropSurplus();
        this.#reportTrouble(error);
        return;
      }
    }
  }

  #dropSurplus(): void {
    while (this.#waitingBytes > MOST_WAITING_BYTES && this.#waiting.length > 1) {
      const lost = this.#waiting.shift();
      this.#log.error('A segment was lost: the disk did not take it', { startFrame: lost?.startFrame });
    }
  }

  #reportTrouble(error: unknown): void {
    this.#log.error('A segment can not be written', { cause: String(error), waiting: this.#waiting.length });
    this.#report('backing-off', this.#publisher.explain(error));
  }

  #report(state: SinkStatus['state'], detail: string): void {
    this.#state = state;
    this.#detail = detail;
  }
}
