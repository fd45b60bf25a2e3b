import { type OutputOf, redactUrl } from '../../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, milliseconds, msToFrames } from '../../../../shared/time/index.ts';
import type { Burst, EngineLog, Sink, SinkStatus } from '../../hub/index.ts';
import { type HlsSink, openHlsSinkOn } from '../hls/index.ts';
import { HttpStorage } from './http-storage.ts';

/** How long a server may take for the last segment. */
const GOODBYE_MS = 2000;

/** What an output of this kind needs of the channel. */
export interface HlsPutParts {
  readonly rate: FrameRate;
  /** The encoder's distance between key frames. */
  readonly keyFrameSeconds: number;
  readonly log: EngineLog;
}

/** The channel as HLS on a web server elsewhere. What that does not take waits in memory, within a bound, and is tried again with each segment. */
export class HlsPutSink implements Sink {
  readonly id: string;
  readonly type = 'push';
  readonly #host: string;
  readonly #hls: HlsSink;
  readonly #storage: HttpStorage;
  readonly #leastFrames: number;
  #segmentStart: Frames | null = null;

  /** `leastFrames`: key frames nearer than this to a segment's start do not end it. */
  constructor(output: OutputOf<'hls-put'>, hls: HlsSink, storage: HttpStorage, leastFrames: number) {
    this.id = output.id;
    this.#host = redactUrl(output.url);
    this.#hls = hls;
    this.#storage = storage;
    this.#leastFrames = leastFrames;
  }

  receive(burst: Burst): void {
    if (this.#endsSegment(burst)) this.#segmentStart = burst.frame;
    this.#hls.receive(burst.isKeyFrame && burst.frame !== this.#segmentStart ? { ...burst, isKeyFrame: false } : burst);
  }

  restart(): void {
    this.#segmentStart = null;
    this.#hls.restart();
  }

  status(): SinkStatus {
    const status = this.#hls.status();
    const detail = status.state === 'running' ? `Sending to ${this.#host}` : status.detail;
    return { ...status, type: this.type, detail };
  }

  async close(): Promise<void> {
    const patience = setTimeout(() => this.#storage.abandon(), GOODBYE_MS);
    await this.#hls.close();
    clearTimeout(patience);
  }

  #endsSegment({ isKeyFrame, frame }: Burst): boolean {
    return isKeyFrame && (this.#segmentStart === null || frame - this.#segmentStart >= this.#leastFrames);
  }
}

/** Opens an output that is put on a web server. Its segments are as long as asked, rounded up to whole distances between key frames. */
export async function openHlsPutSink(output: OutputOf<'hls-put'>, { rate, keyFrameSeconds, log }: HlsPutParts): Promise<HlsPutSink> {
  const { id, windowSegments } = output;
  const segmentSeconds = Math.ceil(output.segmentSeconds / keyFrameSeconds) * keyFrameSeconds;
  const storage = new HttpStorage(output.url);
  const hls = await openHlsSinkOn(storage, { id, rate, segmentSeconds, windowSegments, format: 'ts', master: null, log });
  return new HlsPutSink(output, hls, storage, msToFrames(milliseconds(segmentSeconds * 1000), rate));
}
