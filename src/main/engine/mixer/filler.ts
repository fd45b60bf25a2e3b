import type { ItemSource } from '../../../shared/engine-protocol/index.ts';
import { type FrameRate, type Frames, frames, samplesBefore } from '../../../shared/time/index.ts';
import { framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';

/** How long media that all failed are left alone: a share that went away may be back. */
const RETRY_MS = 60_000;

/** How long pictures of filler that hangs are waited for before the next one is tried. */
const PATIENCE_MS = 3000;

/** Who opens and closes sources. */
export interface FillerSources {
  /** Opens a source from its in point on. `lengthFrames` null: to its end. `title` is shown under sound that has no picture. */
  open(source: ItemSource, lengthFrames: Frames | null, title: string): Producer;
  close(producer: Producer): Promise<void>;
}

/**
 * What stands in when nothing else is there: the rundown's filler media in turn, each from its start, and nothing (the slate then follows) while
 * none is ready. One is always kept cued, and while it plays the one after it, so that filler is there the moment it is needed.
 */
export class Filler {
  readonly #sources: FillerSources;
  readonly #rate: FrameRate;
  readonly #title: string;
  #media: readonly ItemSource[] = [];
  #turn = 0;
  #current: Producer | null = null;
  #following: Producer | null = null;
  /** Pictures of the current one that have been shown. */
  #position = 0;
  /** Pictures in a row that were asked for in vain. */
  #inVain = 0;
  /** Media that failed one after the other: after a whole round of them they are left alone for a while, or until there are new ones. */
  #failuresInRow = 0;
  #retryFrom: number | null = null;

  /** `title`: what is shown under filler without a picture. */
  constructor(sources: FillerSources, rate: FrameRate, title: string) {
    this.#title = title;
    this.#sources = sources;
    this.#rate = rate;
  }

  /**
   * Takes over the filler media of a rundown; what is cued is kept when nothing changed. To be called again and again: `made` counts the frames
   * made so far, and tells when it is time to try once more what has failed.
   */
  use(media: readonly ItemSource[], made: number): void {
    if (JSON.stringify(media) === JSON.stringify(this.#media)) this.#tryAgain(made);
    else this.#replace(media);
  }

  /** Whether its next picture is still being fetched. */
  get isOpening(): boolean {
    this.#skipSpent();
    return this.#current !== null && this.#current.picturesFrom(this.#position) === 0;
  }

  /** Settles when its source has changed. */
  changed(): Promise<void> {
    return this.#current?.changed() ?? Promise.resolve();
  }

  /** The next picture, or null: the slate's turn. */
  picture(): PictureFrame | null {
    this.#skipSpent();
    const picture = this.#current?.pictureAt(this.#position) ?? null;
    if (picture !== null) {
      this.#failuresInRow = 0;
      this.#inVain = 0;
    } else if (this.#current !== null) this.#despair();
    return picture;
  }

  /** The sound that goes with the picture that was just asked for; moves on to the next one. */
  sound(count: number, into: Buffer): void {
    this.#current?.soundAt(samplesBefore(frames(this.#position), this.#rate), count, into);
    this.#position += 1;
    this.#following ??= this.#openNext();
  }

  /** Says that filler is no longer on air: the next time begins with the next one. */
  leaveAir(): void {
    if (this.#position > 0) this.#moveOn();
  }

  #despair(): void {
    this.#inVain += 1;
    if (this.#inVain >= framesIn(PATIENCE_MS, this.#rate)) this.#moveOn();
  }

  #tryAgain(made: number): void {
    if (this.#current !== null || this.#media.length === 0) return;
    this.#retryFrom ??= made + framesIn(RETRY_MS, this.#rate);
    if (made < this.#retryFrom) return;
    this.#retryFrom = null;
    this.#failuresInRow = 0;
    this.#current = this.#openNext();
  }

  #replace(media: readonly ItemSource[]): void {
    this.#media = media;
    this.#failuresInRow = 0;
    this.#retryFrom = null;
    this.#letGo(this.#current);
    this.#letGo(this.#following);
    this.#following = null;
    this.#position = 0;
    this.#current = this.#openNext();
  }

  #skipSpent(): void {
    if (this.#current?.isSpentAt(this.#position)) this.#moveOn();
  }

  #moveOn(): void {
    if (this.#position === 0) this.#failuresInRow += 1;
    this.#letGo(this.#current);
    this.#position = 0;
    this.#inVain = 0;
    this.#current = this.#following ?? this.#openNext();
    this.#following = null;
  }

  #openNext(): Producer | null {
    const media = this.#media[this.#turn % Math.max(1, this.#media.length)];
    if (media === undefined || this.#failuresInRow >= this.#media.length) return null;
    this.#turn += 1;
    return this.#sources.open(media, null, this.#title);
  }

  #letGo(producer: Producer | null): void {
    if (producer !== null) void this.#sources.close(producer);
  }
}
