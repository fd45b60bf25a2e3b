const MOST_LINES = 20;
const LONGEST_LINE = 300;

/** The end of what a child wrote to its stderr, bounded: for the log, never for the air or for an answer. */
export class LastWords {
  #lines: string[] = [];
  #unfinished = '';

  /** Takes in a piece of stderr. */
  hear(chunk: Buffer): void {
    const lines = (this.#unfinished + chunk.toString('utf8')).split(/[\r\n]+/);
    this.#unfinished = (lines.pop() ?? '').slice(-LONGEST_LINE);
    const kept = lines.filter((line) => line !== '').map((line) => line.slice(0, LONGEST_LINE));
    this.#lines = [...this.#lines, ...kept].slice(-MOST_LINES);
  }

  /** The last lines, oldest first. */
  lines(): readonly string[] {
    return this.#unfinished === '' ? this.#lines : [...this.#lines, this.#unfinished].slice(-MOST_LINES);
  }
}
