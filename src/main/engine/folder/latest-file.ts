import type { EngineLog } from '../hub/index.ts';
import { type Surety, writeAtomically } from './write-atomically.ts';

/** How soon a disk that refused is tried again. */
const RETRY_MS = 1000;

/** A file that holds the last word on something. Saving returns at once; while one write is under way only the newest text waits, and what a disk refuses is tried again. */
export class LatestFile {
  readonly #path: string;
  readonly #surety: Surety;
  readonly #log: EngineLog;
  #waiting: string | null = null;
  #writing: Promise<void> | null = null;
  #hasFailed = false;

  constructor(path: string, surety: Surety, log: EngineLog) {
    this.#path = path;
    this.#surety = surety;
    this.#log = log;
  }

  /** Whether the last write failed. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  save(content: object): void {
    this.#waiting = JSON.stringify(content);
    this.#begin();
  }

  #begin(): void {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Settles when everything that was saved is on the disk, or has failed. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting !== null) {
      const text = this.#waiting;
      this.#waiting = null;
      try {
        await writeAtomically(this.#path, text, this.#surety);
        this.#hasFailed = false;
      } catch (error) {
        if (!this.#hasFailed) this.#log.error('A file of the engine could not be written', { path: this.#path, cause: String(error) });
        this.#hasFailed = true;
        this.#waiting ??= text;
        setTimeout(() => this.#begin(), RETRY_MS).unref();
        return;
      }
    }
  }
}
