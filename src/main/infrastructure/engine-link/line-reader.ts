/** The longest line that is read: thousands of records. Whoever sends more is not the engine. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Cuts a stream of bytes into lines. */
export class LineReader {
  readonly #onLine: (line: string) => void;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  /** Takes what came. @throws RangeError when a line has no end. */
  readonly push = (chunk: Buffer): void => {
    let rest = chunk;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      this.#keep(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
      const line = Buffer.concat(this.#parts).toString('utf8');
      this.#parts = [];
      this.#length = 0;
      if (line.length > 0) this.#onLine(line);
    }
    if (rest.length > 0) this.#keep(rest);
  };

  #keep(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > LONGEST_LINE) throw new RangeError(`A line of more than ${LONGEST_LINE} bytes`);
    this.#parts.push(part);
  }
}
