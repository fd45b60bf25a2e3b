import { SAMPLE_RATE } from '../../../shared/time/index.ts';

/** A line that FFmpeg's `metadata` filter prints for each picture: `frame:12   pts:43200   pts_time:0.48`. */
const LINE = /pts_time:(-?[\d.]+)/;
/** Longer than any line of it. */
const LONGEST_LINE = 200;

/**
 * When each picture of a live source is due on the source's own timeline, in samples at 48 kHz; pictures are numbered as they come, from 0. A time that goes back is taken for the one before
 * it: such a picture has missed its turn.
 */
export class PictureTimes {
  readonly #times: number[] = [];
  #first = 0;
  #rest = '';

  /** How many pictures were told of. */
  get count(): number {
    return this.#first + this.#times.length;
  }

  /** The oldest picture that is still remembered. */
  get first(): number {
    return this.#first;
  }

  /** When a picture is due; null for one that is forgotten or not told of. */
  at(picture: number): number | null {
    return this.#times[picture - this.#first] ?? null;
  }

  /** Takes in what the filter printed, however it is torn. */
  hear(chunk: Buffer): void {
    const lines = (this.#rest + chunk.toString('latin1')).split('\n');
    this.#rest = (lines.pop() ?? '').slice(-LONGEST_LINE);
    for (const line of lines) {
      const seconds = LINE.exec(line)?.[1];
      if (seconds !== undefined) this.add(Number(seconds) * SAMPLE_RATE);
    }
  }

  /** Says when the next picture is due. */
  add(sample: number): void {
    this.#times.push(Math.max(sample, this.#times.at(-1) ?? sample));
  }

  /** Lets go of the pictures before this one. */
  forgetBefore(picture: number): void {
    const gone = Math.min(this.#times.length, Math.max(0, picture - this.#first));
    this.#times.splice(0, gone);
    this.#first += gone;
  }
}
