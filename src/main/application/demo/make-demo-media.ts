import type { DemoProgress } from '../../../shared/contract/demo.ts';
import type { Log } from '../ports/log.ts';
import type { DemoStudio } from './demo-studio.ts';

/** Brings a folder into the library. `by` is who asked for it. */
export type StartFolderImport = (folder: string, by: string) => Promise<unknown>;

const IDLE: DemoProgress = { state: 'idle', progress: 0, step: '' };

/** Makes the demo media in a folder and then has the library import it. One making at a time, and it may be asked for again. */
export class MakeDemoMedia {
  readonly #studio: DemoStudio;
  readonly #startImport: StartFolderImport;
  readonly #folder: string;
  readonly #log: Log;
  #latest = IDLE;
  #making: { readonly stopper: AbortController; readonly ended: Promise<void> } | null = null;

  constructor(studio: DemoStudio, startImport: StartFolderImport, folder: string, log: Log) {
    this.#studio = studio;
    this.#startImport = startImport;
    this.#folder = folder;
    this.#log = log;
  }

  /** Starts the making, unless it is under way, and tells how far it is. `by` is who asked for it. */
  readonly start = (by: string): DemoProgress => {
    if (!this.#making) {
      const stopper = new AbortController();
      this.#latest = { state: 'running', progress: 0, step: 'Getting ready' };
      this.#making = { stopper, ended: this.#make(by, stopper.signal) };
    }
    return this.#latest;
  };

  /** How far the making is. */
  readonly progress = (): DemoProgress => this.#latest;

  /** Stops a making that is under way and waits until nothing of it is left. What is finished stays. */
  readonly stop = async (): Promise<void> => {
    this.#making?.stopper.abort(new Error('The making of the demo media was stopped'));
    await this.ended();
  };

  /** Settles when no making is under way. */
  readonly ended = async (): Promise<void> => {
    await this.#making?.ended;
  };

  async #make(by: string, signal: AbortSignal): Promise<void> {
    try {
      await this.#studio.make(this.#folder, (stage) => this.#report(stage), signal);
      this.#report({ progress: 1, step: 'Importing' });
      await this.#startImport(this.#folder, by);
      this.#latest = { state: 'done', progress: 1, step: 'Done' };
    } catch (error) {
      this.#settleFailure(error, signal);
    } finally {
      this.#making = null;
    }
  }

  #report({ progress, step }: { readonly progress: number; readonly step: string }): void {
    this.#latest = { state: 'running', progress, step };
  }

  #settleFailure(error: unknown, signal: AbortSignal): void {
    if (signal.aborted) {
      this.#latest = IDLE;
      return;
    }
    this.#log.error('The demo media could not be made', { error });
    this.#latest = { state: 'failed', progress: this.#latest.progress, step: 'The demo media could not be made. The log says why.' };
  }
}
