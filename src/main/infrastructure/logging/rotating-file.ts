import { closeSync, existsSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** How much of a log is kept: `files` files of about `maxBytes` each, the youngest under the plain name. */
export interface RotationRule {
  readonly maxBytes: number;
  readonly files: number;
}

/**
 * A file that lines are added to, and that makes room when it is full: `station.log` becomes `station.1.log`, that `station.2.log`, and
 * the oldest goes. Writes at once, so that the last words before a crash are there.
 */
export class RotatingFile {
  readonly #path: string;
  readonly #rule: RotationRule;
  #descriptor: number;
  #bytes: number;

  /** @throws when the folder can't be made or the file not be written. */
  constructor(path: string, rule: RotationRule) {
    this.#path = path;
    this.#rule = rule;
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'a');
    this.#bytes = fstatSync(this.#descriptor).size;
  }

  readonly write = (line: string): void => {
    const bytes = Buffer.from(line);
    if (this.#bytes > 0 && this.#bytes + bytes.length > this.#rule.maxBytes) this.#rotate();
    writeSync(this.#descriptor, bytes);
    this.#bytes += bytes.length;
  };

  readonly close = (): void => closeSync(this.#descriptor);

  #rotate(): void {
    closeSync(this.#descriptor);
    for (let age = this.#rule.files - 2; age >= 0; age -= 1) {
      if (existsSync(this.#aged(age))) renameSync(this.#aged(age), this.#aged(age + 1));
    }
    this.#descriptor = openSync(this.#path, 'a');
    this.#bytes = 0;
  }

  #aged(age: number): string {
    return age === 0 ? this.#path : this.#path.replace(/(\.[^./\\]*)?$/, `.${age}$1`);
  }
}
