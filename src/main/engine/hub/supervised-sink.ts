import { type FrameRate, type Frames, framesToMs } from '../../../shared/time/index.ts';
import { BackOff } from './back-off.ts';
import type { Burst } from './burst.ts';
import type { EngineLog } from './engine-log.ts';
import type { Sink, SinkStatus } from './sink.ts';

/** What the console reads; the cause may hold a path and stays in the log. */
const DARK = 'The output failed and will be tried again.';

/**
 * A sink that can't hurt anybody: when it throws it goes dark by itself and is fed again after 1, 2, 4 ... 30 seconds.
 * The time is the stream's own, so that it passes just as fast when the channel runs faster than real time.
 */
export class SupervisedSink {
  readonly sink: Sink;
  readonly #rate: FrameRate;
  readonly #log: EngineLog;
  readonly #backOff = new BackOff();
  #state: 'waiting' | 'feeding' | 'dark' = 'waiting';

  constructor(sink: Sink, rate: FrameRate, log: EngineLog) {
    this.sink = sink;
    this.#rate = rate;
    this.#log = log;
  }

  /** Hands a burst on if the sink is fit for it. Never throws. */
  receive(burst: Burst): void {
    if (this.#state !== 'feeding' && !this.#beginsWith(burst)) return;
    try {
      this.sink.receive(burst);
    } catch (error) {
      this.#goDark(burst.frame, error);
    }
  }

  /** The sink's own word, or that it is in the dark. Never throws. */
  status(): SinkStatus {
    try {
      const status = this.sink.status();
      return this.#state === 'dark' ? { ...status, state: 'backing-off', detail: DARK } : status;
    } catch {
      return { id: this.sink.id, type: this.sink.type, state: 'backing-off', detail: DARK, bytesSent: 0, waitingBytes: 0 };
    }
  }

  /** Closes the sink. A sink that can't even close is logged and left. */
  async close(): Promise<void> {
    try {
      await this.sink.close();
    } catch (error) {
      this.#log.error('An output did not close', { sink: this.sink.id, cause: wordsOf(error) });
    }
  }

  #beginsWith(burst: Burst): boolean {
    if (!burst.isKeyFrame) return false;
    if (this.#state === 'dark' && !this.#wakes(burst.frame)) return false;
    this.#state = 'feeding';
    this.#backOff.started(framesToMs(burst.frame, this.#rate));
    return true;
  }

  #wakes(now: Frames): boolean {
    if (this.#backOff.remainingAt(framesToMs(now, this.#rate)) > 0) return false;
    try {
      this.sink.restart();
      this.#log.info('An output starts again', { sink: this.sink.id, failures: this.#backOff.failures });
      return true;
    } catch (error) {
      this.#goDark(now, error);
      return false;
    }
  }

  #goDark(now: Frames, error: unknown): void {
    this.#backOff.failed(framesToMs(now, this.#rate));
    this.#state = 'dark';
    const detail = { sink: this.sink.id, failures: this.#backOff.failures, cause: wordsOf(error) };
    this.#log.error('An output failed and goes dark', detail);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
