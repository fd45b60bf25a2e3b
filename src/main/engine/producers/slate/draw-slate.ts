import type { FrameFormat } from '../frame-format.ts';
import { LETTER_HEIGHT, LETTER_WIDTH, type StrokePoint, strokesOf } from './stroke-font.ts';
import { parseVideoColour, type VideoColour } from './video-colour.ts';

/** The colours of a card. */
export interface CardColours {
  /** null: the engine's own blue. */
  readonly backdrop: VideoColour | null;
  readonly accent: VideoColour;
  readonly textLuma: number;
}

/** The colours that a station chose, as #RRGGBB; null: the engine's own. */
export function cardColours(backdropHex: string | null, accentHex: string | null): CardColours {
  const backdrop = backdropHex === null ? null : parseVideoColour(backdropHex);
  const textLuma = backdrop !== null && backdrop.luma > LIGHT_BACKDROP ? DARK_TEXT : LIGHT_TEXT;
  return { backdrop, accent: accentHex === null ? OWN_ACCENT : parseVideoColour(accentHex), textLuma };
}

const LIGHT_TEXT = 228;
const DARK_TEXT = 30;
/** A backdrop that is lighter than this at its darkest gets dark words. */
const LIGHT_BACKDROP = 130;
const OWN_ACCENT: VideoColour = { luma: 165, cb: 96, cr: 158 };
/** Nothing on the slate is darker: it is never to pass for black. */
const LEAST_LUMA = 44;
const MOST_LUMA = 235;
const LONGEST_LINE = 16;
const LETTER_PITCH = LETTER_WIDTH + 2;
const LINE_PITCH = LETTER_HEIGHT + 4;

/** Draws words in the middle of a picture, in as many lines and as large as fits, over a short warm bar. */
export function drawWords(picture: Buffer, format: FrameFormat, words: string, colours: CardColours): void {
  const lines = wrap(words);
  const widest = Math.max(...lines.map((line) => line.length * LETTER_PITCH - 2));
  const rows = lines.length * LINE_PITCH - 4;
  const unit = Math.min((format.width * 0.7) / widest, (format.height * 0.34) / rows, format.height / 48);
  const top = (format.height - rows * unit) / 2;
  for (const [index, line] of lines.entries()) drawLine(picture, format, line, top + index * LINE_PITCH * unit, unit, colours.textLuma);
  drawAccent(picture, format, top + rows * unit + format.height * 0.07, colours.accent);
}

/** The rows of a picture that its clock is in: [top, bottom). */
export function clockRows({ height }: FrameFormat): { readonly top: number; readonly bottom: number } {
  return { top: Math.floor(height * 0.86), bottom: Math.ceil(height * 0.97) };
}

/** Writes the time at the foot of a picture, over whatever is there. */
export function drawTime(picture: Buffer, format: FrameFormat, time: string, colours: CardColours): void {
  const { top, bottom } = clockRows(format);
  const unit = (bottom - top) / (LETTER_HEIGHT + 4);
  drawLine(picture, format, time, top + 2 * unit, unit, colours.textLuma);
}

/** The name in lines of a few words. */
function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Draws what lies behind the words: a deep blue that lightens to a corner, in BT.709 video levels. It is never dark enough to pass for black.
 * At 1280x720 this takes a tenth of a second: to be done once and copied.
 */
export function drawBackdrop(picture: Buffer, { width, height }: FrameFormat, { backdrop }: CardColours): void {
  const darkest = Math.max(LEAST_LUMA, backdrop?.luma ?? LEAST_LUMA);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // The pattern of four levels within a step keeps the slope from showing as bands.
      picture[y * width + x] = Math.min(
        MOST_LUMA,
        Math.floor(darkest + glowAt(x / width, y / height) + (((x & 1) << 1) | ((x ^ y) & 1)) / 4),
      );
    }
  }
  const chromaWidth = Math.ceil(width / 2);
  const chromaHeight = Math.ceil(height / 2);
  const cb = width * height;
  const cr = cb + chromaWidth * chromaHeight;
  for (let y = 0; y < chromaHeight; y++) {
    for (let x = 0; x < chromaWidth; x++) {
      const across = x / chromaWidth;
      picture[cb + y * chromaWidth + x] = backdrop?.cb ?? Math.round(152 - 8 * across);
      picture[cr + y * chromaWidth + x] = backdrop?.cr ?? Math.round(122 - 12 * across);
    }
  }
}

/** Luma on top of the backdrop's own: a glow high on the right that falls off to the lower left. */
function glowAt(x: number, y: number): number {
  const distance = Math.hypot((x - 0.78) * 1.2, y - 0.12);
  return 62 * Math.exp(-distance * distance * 1.9);
}

function drawLine(picture: Buffer, format: FrameFormat, line: string, top: number, unit: number, luma: number): void {
  const left = (format.width - (line.length * LETTER_PITCH - 2) * unit) / 2;
  for (const [index, character] of [...line].entries()) {
    const origin = { x: left + index * LETTER_PITCH * unit, y: top };
    for (const stroke of strokesOf(character)) drawStroke(picture, format, stroke, origin, unit, luma);
  }
}

function drawStroke(
  picture: Buffer,
  format: FrameFormat,
  stroke: readonly StrokePoint[],
  origin: StrokePoint,
  unit: number,
  luma: number,
): void {
  for (let index = 0; index + 1 < stroke.length; index++) {
    const from = place(stroke[index], origin, unit);
    const to = place(stroke[index + 1], origin, unit);
    drawSegment(picture, format, from, to, Math.max(0.8, unit * 0.42), luma);
  }
}

function place(point: StrokePoint | undefined, origin: StrokePoint, unit: number): StrokePoint {
  return { x: origin.x + (point?.x ?? 0) * unit, y: origin.y + (point?.y ?? 0) * unit };
}

/** A line with round ends, its edge smoothed over one pixel. */
function drawSegment(
  picture: Buffer,
  { width, height }: FrameFormat,
  from: StrokePoint,
  to: StrokePoint,
  radius: number,
  luma: number,
): void {
  const firstRow = Math.max(0, Math.floor(Math.min(from.y, to.y) - radius - 1));
  const lastRow = Math.min(height - 1, Math.ceil(Math.max(from.y, to.y) + radius + 1));
  const firstColumn = Math.max(0, Math.floor(Math.min(from.x, to.x) - radius - 1));
  const lastColumn = Math.min(width - 1, Math.ceil(Math.max(from.x, to.x) + radius + 1));
  for (let y = firstRow; y <= lastRow; y++) {
    for (let x = firstColumn; x <= lastColumn; x++) {
      const cover = Math.min(1, Math.max(0, radius + 0.5 - distanceTo(x, y, from, to)));
      const below = picture[y * width + x] ?? 0;
      const drawn = Math.round(below + (luma - below) * cover);
      // Strokes overlap: the one that covers more stands.
      picture[y * width + x] = luma > below ? Math.max(below, drawn) : Math.min(below, drawn);
    }
  }
}

function distanceTo(x: number, y: number, from: StrokePoint, to: StrokePoint): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length));
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}

/** A short warm bar under the name. */
function drawAccent(picture: Buffer, { width, height }: FrameFormat, y: number, accent: VideoColour): void {
  const top = Math.floor(y / 2) * 2;
  const bottom = Math.min(height, top + Math.max(2, Math.round(height / 180) * 2));
  const left = Math.floor((width * 0.46) / 2) * 2;
  const right = width - left;
  const chromaWidth = Math.ceil(width / 2);
  const cb = width * height;
  const cr = cb + chromaWidth * Math.ceil(height / 2);
  for (let row = top; row < bottom; row++) picture.fill(accent.luma, row * width + left, row * width + right);
  for (let row = top / 2; row < bottom / 2; row++) {
    picture.fill(accent.cb, cb + row * chromaWidth + left / 2, cb + row * chromaWidth + right / 2);
    picture.fill(accent.cr, cr + row * chromaWidth + left / 2, cr + row * chromaWidth + right / 2);
  }
}
