import { type FrameFormat, pictureBytes } from '../frame-format.ts';
import type { FramePool, PictureFrame } from '../picture-frame.ts';
import { type CardColours, drawBackdrop, drawWords } from './draw-slate.ts';

/**
 * Paints cards, the slate among them: words over a backdrop that is drawn once. It needs no file, no font and no FFmpeg, so that there is something
 * to air when nothing else works.
 */
export class CardPainter {
  readonly #format: FrameFormat;
  readonly #pool: FramePool;
  readonly #backdrop: Buffer;
  readonly #colours: CardColours;

  constructor(format: FrameFormat, pool: FramePool, colours: CardColours) {
    this.#colours = colours;
    this.#format = format;
    this.#pool = pool;
    this.#backdrop = Buffer.alloc(pictureBytes(format));
    drawBackdrop(this.#backdrop, format, colours);
  }

  /** A card with these words; retained once, for whoever asked. */
  paint(words: string): PictureFrame {
    const card = this.#pool.take();
    this.#backdrop.copy(card.bytes);
    drawWords(card.bytes, this.#format, words, this.#colours);
    return card;
  }
}
