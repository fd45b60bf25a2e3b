import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import type { Samples } from '../../../shared/time/index.ts';
import { BYTES_PER_SAMPLE, type FrameFormat, framesIn } from '../producers/frame-format.ts';
import type { PictureFrame } from '../producers/picture-frame.ts';
import type { Producer } from '../producers/producer.ts';
import { Declicker } from './declicker.ts';
import type { Filler } from './filler.ts';

/** What a viewer sees on a frame. */
export type Shown = NonNullable<EngineStatus['onAir']>['picture'];

/** What is due on a frame. `producer` null: nothing, filler is wanted. */
export interface Due {
  /** Names the airing: a seam is where it changes. */
  readonly airingId: string;
  readonly producer: Producer | null;
  /** The producer's own number of the picture, and of the first sample, that is due. */
  readonly picture: number;
  readonly sound: Samples;
  readonly soundCount: number;
  /** Whether the next frame belongs to something else. */
  readonly isLast: boolean;
  /** For how many frames the last picture is held before something stands in. */
  readonly mostHeld: number;
  /** Whether filler may stand in; otherwise it is the slate alone. */
  readonly mayFill: boolean;
}

/** A finished frame. Both are good until the next one is mixed; who needs the picture longer retains it. */
export interface MixedFrame {
  readonly picture: PictureFrame;
  readonly sound: Buffer;
  readonly shown: Shown;
}

/** How long the last picture of a file is held before something stands in. */
export const HOLD_MS = 250;
/** Sound buffers in turn: more than the encoder ever has in its queue. */
const SOUND_BUFFERS_MS = 8000;

/**
 * Makes each frame of the channel: the picture that is due, or the last one held for as long as it may be, or filler, or the slate. Never
 * waits, never throws, allocates no picture.
 */
export class Mixer {
  readonly #filler: Filler;
  readonly #slate: PictureFrame;
  readonly #declicker = new Declicker();
  readonly #backAfter: number;
  readonly #sounds: readonly Buffer[];
  #soundTurn = 0;
  #last: PictureFrame;
  #airingId: string | null = null;
  #heldInRow = 0;
  #isStoodIn = false;
  #wasFilled = false;

  constructor(filler: Filler, slate: PictureFrame, format: FrameFormat) {
    this.#filler = filler;
    this.#slate = slate;
    this.#last = slate.retain();
    this.#backAfter = framesIn(HOLD_MS, format.rate);
    const mostSamples = Math.ceil((48_000 * format.rate.den) / format.rate.num);
    this.#sounds = Array.from({ length: framesIn(SOUND_BUFFERS_MS, format.rate) }, () => Buffer.alloc(mostSamples * BYTES_PER_SAMPLE));
  }

  /** Whether the frame that is due can be made from its own source, or whoever stands in, without a hold that patience would spare. */
  isReady(due: Due): boolean {
    const { producer } = due;
    if (producer !== null && producer.picturesFrom(due.picture) > 0) return true;
    // Asking lets go of what lies before: a decoder that was put in for a lost one may have begun with pictures that had come after all.
    producer?.pictureAt(due.picture);
    if (producer !== null && !producer.isSpentAt(due.picture)) return false;
    return !due.mayFill || !this.#filler.isOpening;
  }

  /** Settles when asking `isReady` again makes sense. */
  changed(due: Due): Promise<void> {
    const { producer } = due;
    return producer !== null && !producer.isSpentAt(due.picture) ? producer.changed() : this.#filler.changed();
  }

  /** Makes one frame. */
  mix(due: Due): MixedFrame {
    if (due.airingId !== this.#airingId) this.#begin(due.airingId);
    const sound = this.#nextSound(due.soundCount);
    const own = this.#ownPicture(due);
    const shown = own !== null ? this.#showOwn(due, own, sound) : this.#standIn(due, sound);
    if (shown !== 'filler' && this.#wasFilled) this.#filler.leaveAir();
    this.#wasFilled = shown === 'filler';
    this.#declicker.smooth(sound, due.soundCount, `${due.airingId}/${shown}`, due.isLast);
    return { picture: this.#last, sound, shown };
  }

  #begin(airingId: string): void {
    this.#airingId = airingId;
    this.#heldInRow = 0;
    this.#isStoodIn = false;
  }

  #ownPicture({ producer, picture }: Due): PictureFrame | null {
    if (producer === null) return null;
    const own = producer.pictureAt(picture);
    // Once something stands in, the source is back when it has some pictures in hand: no flicker between the two.
    if (
      own !== null &&
      this.#isStoodIn &&
      producer.picturesFrom(picture) < this.#backAfter &&
      !producer.isSpentAt(picture + this.#backAfter)
    )
      return null;
    return own;
  }

  #showOwn(due: Due, picture: PictureFrame, sound: Buffer): Shown {
    this.#keep(picture);
    this.#heldInRow = 0;
    this.#isStoodIn = false;
    due.producer?.soundAt(due.sound, due.soundCount, sound);
    return 'item';
  }

  #standIn(due: Due, sound: Buffer): Shown {
    if (this.#mayHold(due)) {
      this.#heldInRow += 1;
      sound.fill(0);
      return 'held';
    }
    this.#isStoodIn = true;
    const filler = due.mayFill ? this.#filler.picture() : null;
    if (filler === null) {
      this.#keep(this.#slate);
      sound.fill(0);
      return 'slate';
    }
    this.#keep(filler);
    this.#filler.sound(due.soundCount, sound);
    return 'filler';
  }

  /** A source that never had a picture is not waited for: what is on screen belongs to another. */
  #mayHold({ producer, picture, mostHeld }: Due): boolean {
    if (producer === null || this.#isStoodIn || this.#heldInRow >= mostHeld) return false;
    return !(producer.isSpentAt(picture) && producer.state !== 'cued');
  }

  #keep(picture: PictureFrame): void {
    if (picture === this.#last) return;
    picture.retain();
    this.#last.release();
    this.#last = picture;
  }

  #nextSound(count: number): Buffer {
    const buffer = this.#sounds[this.#soundTurn] ?? Buffer.alloc(count * BYTES_PER_SAMPLE);
    this.#soundTurn = (this.#soundTurn + 1) % this.#sounds.length;
    return buffer.subarray(0, count * BYTES_PER_SAMPLE);
  }
}
