/** A rundown of days is a few megabytes; more than this is no message. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Cuts a stream of bytes into lines. */
export class LineReader {
  #pieces: Buffer[] = [];
  #length = 0;

  /** Takes in the next piece and gives the lines that it completes. @throws RangeError when a line is too long. */
  push(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let rest = chunk;
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      lines.push(Buffer.concat([...this.#pieces, rest.subarray(0, end)]).toString('utf8'));
      this.#pieces = [];
      this.#length = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#pieces.push(rest);
    this.#length += rest.length;
    if (this.#length > LONGEST_LINE) throw new RangeError('A message is too long');
    return lines;
  }
}
