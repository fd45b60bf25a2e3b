/** The longest line that is read, in bytes: a rundown of days, or thousands of records. Whoever sends more is no peer. */
const LONGEST_LINE = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** Cuts the link's stream of bytes, UTF-8, into lines, however the bytes arrive. Empty lines say nothing and are left out. */
export class LineReader {
  readonly #decoder = new TextDecoder();
  #pieces: string[] = [];
  #bytes = 0;

  /** Takes in the next piece and gives the lines that it completes. @throws RangeError when a line is longer than 64 MiB. */
  push(chunk: Uint8Array): readonly string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, end));
      const line = this.#pieces.join('') + this.#decoder.decode();
      this.#pieces = [];
      this.#bytes = 0;
      if (line !== '') lines.push(line);
      from = end + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  #keep(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > LONGEST_LINE) throw new RangeError(`A line of more than ${LONGEST_LINE} bytes`);
    this.#pieces.push(this.#decoder.decode(piece, { stream: true }));
  }
}
