import { appendFile, readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import type { EngineLog } from '../hub/index.ts';

/**
 * The last records of something, in memory and in a file, a JSON object a line. After `most` lines the file becomes `.old` and a new one begins, so
 * that nothing is ever written twice and the two never hold more than twice as much. A disk that refuses costs what it refused, and nothing else.
 */
export class KeptSeries<T extends object> {
  readonly #path: string;
  readonly #most: number;
  readonly #log: EngineLog;
  readonly #records: T[];
  #lines: number;
  #work: Promise<void> = Promise.resolve();
  #unwritten: T[] = [];
  #isWriting = false;
  #hasFailed = false;

  private constructor(path: string, most: number, log: EngineLog, old: readonly T[], current: readonly T[]) {
    this.#path = path;
    this.#most = most;
    this.#log = log;
    this.#lines = current.length;
    this.#records = [...old, ...current].slice(-most);
  }

  /** Opens a series, going on from what is in its file. Never fails: what can't be read is not there. */
  static async open<T extends object>(path: string, schema: z.ZodType<T>, most: number, log: EngineLog): Promise<KeptSeries<T>> {
    const [old, current] = await Promise.all([readLines(`${path}.old`, schema), readLines(path, schema)]);
    return new KeptSeries(path, most, log, old, current);
  }

  /** Oldest first. */
  get records(): readonly T[] {
    return this.#records;
  }

  /** Adds a record; it is written in the background. */
  add(record: T): void {
    this.#records.push(record);
    if (this.#records.length > this.#most) this.#records.shift();
    this.#unwritten.push(record);
    if (this.#unwritten.length > this.#most) this.#unwritten.shift();
    if (this.#isWriting) return;
    this.#isWriting = true;
    this.#work = this.#write().finally(() => {
      this.#isWriting = false;
    });
  }

  /** Settles when everything is written, or was refused. */
  settled(): Promise<void> {
    return this.#work;
  }

  async #write(): Promise<void> {
    while (this.#unwritten.length > 0) {
      const batch = this.#unwritten;
      this.#unwritten = [];
      try {
        if (this.#lines >= this.#most) await rename(this.#path, `${this.#path}.old`);
        if (this.#lines >= this.#most) this.#lines = 0;
        await appendFile(this.#path, batch.map((record) => `${JSON.stringify(record)}\n`).join(''), { mode: 0o600 });
        this.#lines += batch.length;
        this.#hasFailed = false;
      } catch (error) {
        if (!this.#hasFailed) this.#log.warn('Figures could not be kept', { path: this.#path, cause: String(error) });
        this.#hasFailed = true;
      }
    }
  }
}

async function readLines<T>(path: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const record = readLine(line, schema);
    return record === null ? [] : [record];
  });
}

/** Null for a line that a crash tore, or that an older engine wrote in another way. */
function readLine<T>(line: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
