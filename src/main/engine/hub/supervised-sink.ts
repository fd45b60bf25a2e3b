import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import type { Burst } from './burst.ts';
import type { EngineLog } from './engine-log.ts';
import type { Sink, SinkStatus } from './sink.ts';

const LONGEST_BACK_OFF_SECONDS = 30;
/** A sink that ran this long has recovered: its next trouble starts with the shortest back-off again. */
const RECOVERED_AFTER_SECONDS = 60;
/** What the console reads; the cause may hold a path and stays in the log. */
const DARK = 'The output failed and will be tried again.';

/**
 * A sink that can't hurt anybody: when it throws it goes dark by itself and is fed again after 1, 2, 4 ... 30 seconds.
 * The time is the stream's own, so that it passes just as fast when the channel runs faster than real time.
 */
export class SupervisedSink {
  readonly sink: Sink;
  readonly #framesPerSecond: number;
  readonly #log: EngineLog;
  #state: 'waiting' | 'feeding' | 'dark' = 'waiting';
  #failures = 0;
  #since = 0;

  constructor(sink: Sink, rate: FrameRate, log: EngineLog) {
    this.sink = sink;
    this.#framesPerSecond = rate.num / rate.den;
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
      return { id: this.sink.id, type: this.sink.type, state: 'backing-off', detail: DARK, bytesSent: 0 };
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
    this.#since = burst.frame;
    return true;
  }

  #wakes(now: Frames): boolean {
    const backOffSeconds = Math.min(2 ** (this.#failures - 1), LONGEST_BACK_OFF_SECONDS);
    if (now - this.#since < backOffSeconds * this.#framesPerSecond) return false;
    try {
      this.sink.restart();
      this.#log.info('An output starts again', { sink: this.sink.id, failures: this.#failures });
      return true;
    } catch (error) {
      this.#goDark(now, error);
      return false;
    }
  }

  #goDark(now: Frames, error: unknown): void {
    const ranSeconds = this.#state === 'feeding' ? (now - this.#since) / this.#framesPerSecond : 0;
    this.#failures = ranSeconds >= RECOVERED_AFTER_SECONDS ? 1 : this.#failures + 1;
    this.#state = 'dark';
    this.#since = now;
    this.#log.error('An output failed and goes dark', { sink: this.sink.id, failures: this.#failures, cause: wordsOf(error) });
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
