import type { FrameFormat } from '../frame-format.ts';
import type { PictureFrame } from '../picture-frame.ts';
import { type CardColours, clockRows, drawTime } from './draw-slate.ts';
import { videoColour } from './video-colour.ts';

/** A picture with transparency: four bytes a pixel, red, green, blue, opacity. */
export interface Logo {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** The largest a logo may be on a slate of this format. */
export function logoBox({ width, height }: FrameFormat): { readonly width: number; readonly height: number } {
  return { width: Math.floor(width / 6) * 2, height: Math.floor(height / 10) * 2 };
}

/**
 * The slate's one picture. It is drawn over where it lies, so that whoever airs it has it as it is now without asking: a time or a logo that
 * changes in the middle of a frame is seen for that frame at most.
 */
export class SlateCard {
  readonly picture: PictureFrame;
  readonly #format: FrameFormat;
  readonly #colours: CardColours;
  /** What is behind the clock. */
  readonly #behindClock: Buffer;

  constructor(picture: PictureFrame, format: FrameFormat, colours: CardColours) {
    this.picture = picture;
    this.#format = format;
    this.#colours = colours;
    const { top, bottom } = clockRows(format);
    this.#behindClock = Buffer.from(picture.bytes.subarray(top * format.width, bottom * format.width));
  }

  /** Writes the time at the foot. */
  showTime(time: string): void {
    this.#behindClock.copy(this.picture.bytes, clockRows(this.#format).top * this.#format.width);
    drawTime(this.picture.bytes, this.#format, time, this.#colours);
  }

  /** Puts a logo above the words, in the middle. */
  showLogo(logo: Logo): void {
    const { width, height } = this.#format;
    const left = Math.floor((width - logo.width) / 4) * 2;
    const top = Math.floor(height / 24) * 2;
    for (let y = 0; y < logo.height; y++)
      for (let x = 0; x < logo.width; x++) this.#blend(left + x, top + y, logo.rgba, (y * logo.width + x) * 4);
  }

  #blend(x: number, y: number, rgba: Buffer, at: number): void {
    const opacity = (rgba[at + 3] ?? 0) / 255;
    if (opacity === 0) return;
    const { width, height } = this.#format;
    const { luma, cb, cr } = videoColour(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0);
    this.#mix(y * width + x, luma, opacity);
    if (x % 2 !== 0 || y % 2 !== 0) return;
    const chroma = Math.ceil(width / 2) * Math.ceil(height / 2);
    const place = width * height + (y / 2) * Math.ceil(width / 2) + x / 2;
    this.#mix(place, cb, opacity);
    this.#mix(place + chroma, cr, opacity);
  }

  #mix(place: number, value: number, share: number): void {
    const below = this.picture.bytes[place] ?? 0;
    this.picture.bytes[place] = Math.round(below + (value - below) * share);
  }
}
