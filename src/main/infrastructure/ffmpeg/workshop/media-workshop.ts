import { type ChildProcess, fork } from 'node:child_process';
import type { Log } from '../../../application/ports/log.ts';
import { MediaToolFailed } from '../../../application/ports/media-probe.ts';
import type { FfmpegPrograms } from '../ffmpeg-media-probe.ts';
import type { WorkshopAnswer, WorkshopJob, WorkshopOrder, WorkshopResults } from './workshop-messages.ts';

/** What a workshop needs to be opened. */
export interface MediaWorkshopParts {
  /** The process's script, `workshop-process`. */
  readonly entry: string;
  readonly programs: FfmpegPrograms;
  readonly log: Log;
}

interface Pending {
  readonly job: WorkshopJob;
  readonly resolve: (result: WorkshopResults[WorkshopJob['type']]) => void;
  readonly reject: (error: unknown) => void;
  /** A job that was on the bench when the workshop died is tried once more. */
  hasBeenRetried: boolean;
}

/**
 * Main's end of the media workshop. The process is started with the first job. When it dies it is started again, and what it was working on
 * is done again, once.
 */
export class MediaWorkshop {
  readonly #parts: MediaWorkshopParts;
  readonly #pending = new Map<number, Pending>();
  #process: ChildProcess | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(parts: MediaWorkshopParts) {
    this.#parts = parts;
  }

  /** @throws MediaToolFailed when the job can't be done; and the signal's reason when it is stopped */
  async do<T extends WorkshopJob['type']>(job: WorkshopJob & { readonly type: T }, signal: AbortSignal): Promise<WorkshopResults[T]> {
    signal.throwIfAborted();
    const id = ++this.#lastId;
    let stop = (): void => undefined;
    try {
      const result = new Promise<WorkshopResults[WorkshopJob['type']]>((resolve, reject) => {
        this.#pending.set(id, { job, resolve, reject, hasBeenRetried: false });
        stop = () => {
          this.#tell({ type: 'stop', id });
          reject(signal.reason);
        };
      });
      signal.addEventListener('abort', stop);
      this.#start(id);
      return (await result) as WorkshopResults[T];
    } finally {
      signal.removeEventListener('abort', stop);
      this.#pending.delete(id);
    }
  }

  /** Starts the process before it is needed. */
  readonly open = (): void => void this.#running();

  /** Ends the process with all that it started. */
  readonly close = async (): Promise<void> => {
    this.#isClosed = true;
    const process = this.#process;
    if (process === null) return;
    const ended = new Promise((resolve) => process.once('exit', resolve));
    // One that died a moment ago has no channel any more, and its end is about to be told.
    if (process.connected) process.disconnect();
    await ended;
  };

  #start(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    if (this.#isClosed) pending.reject(new MediaToolFailed('The media workshop is closed', { cause: null }));
    else this.#running().send({ type: 'do', id, job: pending.job } satisfies WorkshopOrder);
  }

  #tell(order: WorkshopOrder): void {
    if (this.#process?.connected) this.#process.send(order);
  }

  #running(): ChildProcess {
    if (this.#process !== null) return this.#process;
    const { entry, programs } = this.#parts;
    const isElectron = process.versions.electron !== undefined;
    const started = fork(entry, [programs.ffmpegPath, programs.ffprobePath], {
      // A group of its own, so that all of it can be ended at once.
      detached: process.platform !== 'win32',
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { ...process.env, ...(isElectron ? { ELECTRON_RUN_AS_NODE: '1' } : {}) },
    });
    this.#process = started;
    started.on('message', (answer: WorkshopAnswer) => this.#settle(answer));
    started.on('error', (error) => {
      this.#parts.log.error('The media workshop could not be reached', { error });
      // One that never started will not end either.
      if (started.pid === undefined) this.#lost(started, 'not started');
    });
    started.once('exit', (code, signal) => this.#lost(started, code ?? signal));
    return started;
  }

  #settle(answer: WorkshopAnswer): void {
    const pending = this.#pending.get(answer.id);
    if (answer.ok) pending?.resolve(answer.result);
    else pending?.reject(new MediaToolFailed('FFmpeg could not be run', { cause: answer.failure }));
  }

  #lost(died: ChildProcess, how: unknown): void {
    if (this.#process !== died) return;
    this.#process = null;
    endGroup(died);
    if (this.#isClosed) {
      this.#giveUp([...this.#pending.values()], 'The media workshop was closed');
      return;
    }
    this.#parts.log.warn('The media workshop died and is started again', { how, jobs: this.#pending.size });
    const pending = [...this.#pending];
    this.#giveUp(
      pending.map(([, one]) => one).filter(({ hasBeenRetried }) => hasBeenRetried),
      'The media workshop died twice over a job',
    );
    for (const [id, one] of pending) {
      if (one.hasBeenRetried) continue;
      one.hasBeenRetried = true;
      this.#start(id);
    }
  }

  #giveUp(jobs: readonly Pending[], why: string): void {
    for (const { reject } of jobs) reject(new MediaToolFailed(why, { cause: null }));
  }
}

/** A workshop that was killed could not end what it had started. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Usual: nothing of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
