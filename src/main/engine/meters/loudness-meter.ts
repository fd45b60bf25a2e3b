import { LEAST_LEVEL_DBFS, type Loudness } from '../../../shared/engine-protocol/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { SupervisedProcess } from '../processes/supervised-process.ts';
import { loudnessArguments } from './loudness-arguments.ts';
import { parseLoudness } from './parse-loudness.ts';

/** Frames handed over in one go while somebody looks, ten times a second as the filter speaks, and while nobody does: each time wakes the child. */
const FRAMES_AT_ONCE = { watched: 3, unwatched: 25 };
/** Sound that may wait for the child, two seconds: beyond it the child hangs. */
const MOST_WAITING_BYTES = 2 * 48_000 * 4;
/** The integrated loudness is that of an hour at most. */
const LONGEST_RUN_MS = 3_600_000;
const BACK_OFF_MS = 10_000;
const STOP_MS = 1000;

/** What a loudness meter stands on. */
export interface LoudnessMeterParts {
  readonly ffmpegPath: string;
  readonly children: ChildRegistry;
  readonly log: EngineLog;
  /** A clock that only goes forward. */
  readonly now: () => Milliseconds;
  /** Whether somebody looks at it now. */
  readonly isWatched: () => boolean;
}

/**
 * Measures the channel's loudness (EBU R 128) with FFmpeg's own filter, in a child that is fed with what the encoder gets. The channel never waits for it: when
 * it fails there is no loudness for a while.
 */
export class LoudnessMeter {
  readonly #parts: LoudnessMeterParts;
  #process: SupervisedProcess | null = null;
  #startedAt = Number.NEGATIVE_INFINITY;
  #corked = 0;
  #latest: Loudness | null = null;
  #isStopped = false;

  constructor(parts: LoudnessMeterParts) {
    this.#parts = parts;
  }

  /** What the child said last; null while it has said nothing. */
  get latest(): Loudness | null {
    return this.#latest;
  }

  /** Sound that the child has not taken yet. */
  get waitingBytes(): number {
    return this.#process?.child.stdin?.writableLength ?? 0;
  }

  /** Takes in a frame of s16le stereo sound, which has to stay as it is for two seconds. Never waits, never throws. */
  hear(sound: Buffer): void {
    const process = this.#processNow();
    const stdin = process?.child.stdin ?? null;
    if (process === null || stdin === null || stdin.destroyed) return;
    if (this.waitingBytes > MOST_WAITING_BYTES) {
      process.kill();
      return;
    }
    if (this.#corked === 0) stdin.cork();
    stdin.write(sound);
    this.#corked += 1;
    if (this.#corked < (this.#parts.isWatched() ? FRAMES_AT_ONCE.watched : FRAMES_AT_ONCE.unwatched)) return;
    this.#corked = 0;
    stdin.uncork();
  }

  /** Stops, and waits until no child is left. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#process?.stop(STOP_MS);
  }

  #processNow(): SupervisedProcess | null {
    if (this.#isStopped) return null;
    const lasted = this.#parts.now() - this.#startedAt;
    if (this.#process?.isRunning && lasted < LONGEST_RUN_MS) return this.#process;
    if (lasted < BACK_OFF_MS) return null;
    this.#process?.kill();
    this.#start();
    return this.#process;
  }

  #start(): void {
    const { ffmpegPath, children, log, now } = this.#parts;
    const process = new SupervisedProcess({
      name: 'loudness meter',
      command: ffmpegPath,
      args: loudnessArguments(),
      ...{ stdin: 'pipe', stdout: 'pipe', furtherPipes: 0, children },
    });
    this.#process = process;
    this.#startedAt = now();
    this.#corked = 0;
    let rest = '';
    process.child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#take(parseLoudness(line));
    });
    void process.exited.then((exit) => {
      if (this.#process !== process || this.#isStopped) return;
      this.#latest = null;
      log.warn('The loudness meter ended and begins anew', { ...exit });
    });
  }

  #take(read: Partial<Loudness> | null): void {
    if (read === null) return;
    const before = this.#latest ?? { momentary: LEAST_LEVEL_DBFS, shortTerm: LEAST_LEVEL_DBFS, integrated: LEAST_LEVEL_DBFS };
    this.#latest = { ...before, ...read };
  }
}
