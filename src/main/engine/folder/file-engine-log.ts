import { appendFile, rename, stat } from 'node:fs/promises';
import type { EngineLog } from '../hub/index.ts';

const LARGEST_BYTES = 5_000_000;
/** Lines that may wait for a disk that hangs; further ones are counted and dropped. */
const MOST_WAITING = 1000;

/** The engine's log: a JSON object a line. At 5 MB it becomes `.1` and a new one begins. Never throws: a log that can't be written is no reason to stop. */
export class FileEngineLog implements EngineLog {
  readonly #path: string;
  readonly #now: () => number;
  #waiting: string[] = [];
  #dropped = 0;
  #writing: Promise<void> | null = null;

  constructor(path: string, now: () => number) {
    this.#path = path;
    this.#now = now;
  }

  info(message: string, detail?: object): void {
    this.#add('info', message, detail);
  }

  warn(message: string, detail?: object): void {
    this.#add('warn', message, detail);
  }

  error(message: string, detail?: object): void {
    this.#add('error', message, detail);
  }

  /** Settles when nothing waits to be written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  #add(level: string, message: string, detail: object | undefined): void {
    if (this.#waiting.length >= MOST_WAITING) {
      this.#dropped += 1;
      return;
    }
    const dropped = this.#dropped > 0 ? { dropped: this.#dropped } : {};
    this.#dropped = 0;
    this.#waiting.push(`${JSON.stringify({ at: new Date(this.#now()).toISOString(), level, message, ...detail, ...dropped })}\n`);
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const text = this.#waiting.join('');
      this.#waiting = [];
      try {
        await this.#rotate();
        await appendFile(this.#path, text);
      } catch {
        // A full or broken disk: there is nowhere to say so.
      }
    }
  }

  async #rotate(): Promise<void> {
    const size = await stat(this.#path).then(
      (facts) => facts.size,
      () => 0,
    );
    if (size > LARGEST_BYTES) await rename(this.#path, `${this.#path}.1`);
  }
}
