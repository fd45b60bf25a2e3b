import { describe, expect, it } from 'vitest';
import { parseFrameRate } from '../../../../shared/time/index.ts';
import { pictureBytes } from '../frame-format.ts';
import { FramePool } from '../picture-frame.ts';
import { CardPainter } from './card-painter.ts';
import { cardColours } from './draw-slate.ts';
import { logoBox, SlateCard } from './slate-card.ts';

const FORMAT = { width: 320, height: 180, rate: parseFrameRate('25/1') };

function slate(backdrop: string | null = null): SlateCard {
  const colours = cardColours(backdrop, null);
  const cards = new CardPainter(FORMAT, new FramePool(pictureBytes(FORMAT), 1), colours);
  return new SlateCard(cards.paint('Perpetua'), FORMAT, colours);
}

describe('SlateCard', () => {
  it('tells the time and leaves no trace of the one before', () => {
    const [once, twice] = [slate(), slate()];
    const plain = Buffer.from(once.picture.bytes);
    once.showTime('10:00:01');
    expect(once.picture.bytes.equals(plain)).toBe(false);
    twice.showTime('23:59:58');
    twice.showTime('10:00:01');
    expect(twice.picture.bytes.equals(once.picture.bytes)).toBe(true);
  });

  it('carries a logo where it is opaque', () => {
    const card = slate();
    const plain = Buffer.from(card.picture.bytes);
    const { width, height } = logoBox(FORMAT);
    const rgba = Buffer.alloc(width * height * 4);
    card.showLogo({ width, height, rgba });
    expect(card.picture.bytes.equals(plain)).toBe(true);
    card.showLogo({ width, height, rgba: Buffer.alloc(rgba.length, 255) });
    expect(card.picture.bytes[20 * FORMAT.width + FORMAT.width / 2]).toBe(235);
  });

  it('has the colour of the station, never one that passes for black, and words that stand out from it', () => {
    const lumaAt = (hex: string) => slate(hex).picture.bytes.subarray(0, FORMAT.width * FORMAT.height);
    expect(Math.min(...lumaAt('#000000'))).toBeGreaterThanOrEqual(44);
    expect(Math.max(...lumaAt('#000000'))).toBeGreaterThan(220);
    expect(Math.min(...lumaAt('#FFFFFF'))).toBeLessThan(40);
    expect(slate('#ff0000').picture.bytes[FORMAT.width * FORMAT.height]).toBe(102);
  });
});
