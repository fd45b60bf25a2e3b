/** A packet that FFmpeg's framecrc muxer listed: when it is presented, and its size. */
export interface LoggedPacket {
  readonly ptsMs: number;
  readonly bytes: number;
}

/** Reads what FFmpeg's framecrc muxer prints for one stream, line by line. */
export class PacketLog {
  readonly packets: LoggedPacket[] = [];
  #tickMs = 0;
  #rest = '';

  /** Takes the next piece of text; a line may be cut in two. */
  take(text: string): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#takeLine(line);
  }

  #takeLine(line: string): void {
    const timeBase = /^#tb \d+: (\d+)\/(\d+)/.exec(line);
    if (timeBase) this.#tickMs = (1000 * Number(timeBase[1])) / Number(timeBase[2]);
    if (line.startsWith('#')) return;
    // stream, dts, pts, duration, size, checksum
    const [, , pts, , bytes] = line.split(',').map(Number);
    if (pts !== undefined && bytes !== undefined) this.packets.push({ ptsMs: pts * this.#tickMs, bytes });
  }
}
