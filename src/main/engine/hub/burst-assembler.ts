import type { Burst } from './burst.ts';
import type { EngineLog } from './engine-log.ts';
import { type PesHeader, readPesHeader } from './pes-header.ts';
import { ProgramWatch } from './program-watch.ts';
import { startsKeyFrame } from './starts-key-frame.ts';
import type { StreamTimeline } from './stream-timeline.ts';
import { PACKET_BYTES, payloadStartAt, pidAt, startsUnitAt } from './ts-packet.ts';

/** More than any picture of a channel: beyond it the stream is broken and what was gathered is let go. */
const MOST_BURST_BYTES = 16 * 1024 * 1024;

type BurstHead = Omit<Burst, 'packets' | 'byteLength'>;

/**
 * Gathers packets into bursts. A burst is known to be whole when the next one begins, since FFmpeg's multiplexer writes
 * the packets of one PES packet in one go; until then it is held back (for a frame's time at most), so that an encoder
 * that dies in the middle of a picture leaves no half picture behind.
 */
export class BurstAssembler {
  readonly #timeline: StreamTimeline;
  readonly #log: EngineLog;
  readonly #program = new ProgramWatch();
  #head: BurstHead | null = null;
  #pieces: Buffer[] = [];
  #byteLength = 0;

  constructor(timeline: StreamTimeline, log: EngineLog) {
    this.#timeline = timeline;
    this.#log = log;
  }

  /** Takes a run of whole packets and gives the bursts that are whole now. Keeps views of the run. */
  push(run: Buffer): readonly Burst[] {
    const bursts: Burst[] = [];
    let start = 0;
    for (let at = 0; at < run.length; at += PACKET_BYTES) {
      const head = this.#readHead(run, at);
      if (head === null) continue;
      this.#hold(run.subarray(start, at));
      this.#finish(bursts);
      this.#begin(head);
      start = at;
    }
    this.#hold(run.subarray(start));
    return bursts;
  }

  /** Gives what is held back, for a stream that ended in good order. */
  flush(): readonly Burst[] {
    const bursts: Burst[] = [];
    this.#finish(bursts);
    return bursts;
  }

  /** Lets go of what is held back: it will never be whole. */
  drop(): void {
    this.#head = null;
    this.#pieces = [];
    this.#byteLength = 0;
  }

  /** What begins in the packet at `at`, or null when it goes on with what began before. */
  #readHead(run: Buffer, at: number): BurstHead | null {
    if (!startsUnitAt(run, at)) return null;
    const pid = pidAt(run, at);
    const { videoPid, audioPid } = this.#program.streams;
    if (pid !== videoPid && pid !== audioPid) {
      this.#program.observe(run, at, pid);
      return null;
    }
    const header = readPesHeader(run, payloadStartAt(run, at), at + PACKET_BYTES);
    if (header === null) return null;
    const isKeyFrame = pid === videoPid && startsKeyFrame(run, at, header.dataStart);
    return this.#place(header, pid === videoPid ? 'video' : 'audio', isKeyFrame);
  }

  #place(header: PesHeader, stream: Burst['stream'], isKeyFrame: boolean): BurstHead {
    const dts = this.#timeline.unwrap(header.dts);
    const pts = this.#timeline.unwrap(header.pts);
    return { stream, pts, dts, frame: this.#timeline.frameAt(pts), isKeyFrame };
  }

  #begin(head: BurstHead): void {
    this.#head = head;
    const tables = head.isKeyFrame ? this.#program.copyTables() : null;
    if (tables) this.#hold(tables);
  }

  #hold(packets: Buffer): void {
    if (this.#head === null || packets.length === 0) return;
    this.#pieces.push(packets);
    this.#byteLength += packets.length;
    if (this.#byteLength <= MOST_BURST_BYTES) return;
    this.#log.warn('The encoder sent a picture without end; it is left out', { bytes: this.#byteLength });
    this.drop();
  }

  #finish(bursts: Burst[]): void {
    if (this.#head !== null) bursts.push({ ...this.#head, packets: this.#pieces, byteLength: this.#byteLength });
    this.drop();
  }
}
