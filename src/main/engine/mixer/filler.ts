import type { ItemSource } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames, samples, samplesBefore } from '../../../shared/time/index.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';

/** Opens a source from its in point on, to its end. */
export type OpenSource = (source: ItemSource, lengthFrames: Frames | null) => Producer;

/**
 * What stands in when nothing else is there: the rundown's filler media in turn, each from its start, and nothing (the slate then follows) while
 * none is ready. One is always kept cued, so that filler is there the moment it is needed.
 */
export class Filler {
  readonly #open: OpenSource;
  readonly #rate: FrameRate;
  #media: readonly ItemSource[] = [];
  #turn = 0;
  #standby: Producer | null = null;
  #position = 0;
  /** Media that failed one after the other: after a whole round of them it is left alone until there are new ones. */
  #failuresInRow = 0;

  constructor(open: OpenSource, rate: FrameRate) {
    this.#open = open;
    this.#rate = rate;
  }

  /** Takes over the filler media of a rundown; the one that is playing is kept when nothing changed. */
  use(media: readonly ItemSource[]): void {
    if (JSON.stringify(media) === JSON.stringify(this.#media)) return;
    this.#media = media;
    this.#failuresInRow = 0;
    this.#replaceStandby();
  }

  /** Whether its next picture is still being fetched. */
  get isOpening(): boolean {
    return this.#standby !== null && this.#standby.picturesFrom(this.#position) === 0 && !this.#standby.isSpentAt(this.#position);
  }

  /** Settles when its source has changed. */
  changed(): Promise<void> {
    return this.#standby?.changed() ?? Promise.resolve();
  }

  /** The next picture, or null: the slate's turn. */
  picture(): PictureFrame | null {
    const picture = this.#standby?.pictureAt(this.#position) ?? null;
    if (picture !== null) this.#failuresInRow = 0;
    else if (this.#standby?.isSpentAt(this.#position)) this.#next();
    return picture;
  }

  /** The sound that goes with the picture that was just asked for; moves on to the next one. */
  sound(count: number, into: Buffer): void {
    this.#standby?.soundAt(samples(samplesBefore(frames(this.#position), this.#rate)), count, into);
    this.#position += 1;
  }

  /** Says that filler is no longer on air: the next time begins with the next one. */
  leaveAir(): void {
    if (this.#position > 0) this.#replaceStandby();
  }

  close(): Promise<void> {
    const standby = this.#standby;
    this.#standby = null;
    return standby?.close() ?? Promise.resolve();
  }

  #next(): void {
    this.#failuresInRow = this.#position === 0 ? this.#failuresInRow + 1 : 0;
    this.#replaceStandby();
  }

  #replaceStandby(): void {
    void this.#standby?.close();
    this.#standby = null;
    this.#position = 0;
    const media = this.#media[this.#turn % Math.max(1, this.#media.length)];
    if (media === undefined || this.#failuresInRow >= this.#media.length) return;
    this.#turn += 1;
    this.#standby = this.#open(media, null);
  }
}
