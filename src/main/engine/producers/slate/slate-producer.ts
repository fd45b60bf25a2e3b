import type { Samples } from '../../../../shared/time/index.ts';
import { BYTES_PER_SAMPLE } from '../frame-format.ts';
import type { PictureFrame } from '../picture-frame.ts';
import type { Producer } from '../producer.ts';

/** The slate as a source: one picture for ever, and silence. Always cued, never spent. */
export class SlateProducer implements Producer {
  readonly state = 'cued';
  readonly failure = null;
  readonly #card: PictureFrame;

  constructor(card: PictureFrame) {
    this.#card = card;
  }

  pictureAt(): PictureFrame {
    return this.#card;
  }

  soundAt(_from: Samples, count: number, into: Buffer): void {
    into.fill(0, 0, count * BYTES_PER_SAMPLE);
  }

  isSpentAt(): boolean {
    return false;
  }

  picturesFrom(): number {
    return Number.POSITIVE_INFINITY;
  }

  changed(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
