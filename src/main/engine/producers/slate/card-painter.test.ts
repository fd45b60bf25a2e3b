import { describe, expect, it } from 'vitest';
import { parseFrameRate } from '../../../../shared/time/index.ts';
import { pictureBytes } from '../frame-format.ts';
import { FramePool } from '../picture-frame.ts';
import { CardPainter } from './card-painter.ts';
import { cardColours } from './draw-slate.ts';
import { strokesOf } from './stroke-font.ts';

function slate(width: number, height: number, name: string): Buffer {
  const format = { width, height, rate: parseFrameRate('25/1') };
  return new CardPainter(format, new FramePool(pictureBytes(format), 1), cardColours(null, null)).paint(name).bytes;
}

describe('a card', () => {
  it('is never dark enough to pass for black, at any size and with any name', () => {
    for (const [width, height] of [
      [160, 90],
      [1280, 720],
      [720, 576],
    ] as const) {
      for (const name of ['Perpetua', 'A', 'Канал', 'x'.repeat(60), 'The Long Name of a Community Station in the Valley of']) {
        const luma = slate(width, height, name).subarray(0, width * height);
        const mean = luma.reduce((sum, level) => sum + level, 0) / luma.length;
        expect(mean).toBeGreaterThan(45);
        expect(Math.min(...luma.subarray(0, 5000))).toBeGreaterThan(30);
      }
    }
  });

  it('draws the name: two names make two pictures', () => {
    expect(slate(320, 180, 'ONE').equals(slate(320, 180, 'TWO'))).toBe(false);
  });

  it('stays within video levels', () => {
    const picture = slate(320, 180, 'Levels 0-9');
    expect(picture.every((level) => level >= 16 && level <= 240)).toBe(true);
  });
});

describe('strokesOf', () => {
  it('knows every letter and figure, and draws accented letters plain', () => {
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') expect(strokesOf(character).length).toBeGreaterThan(0);
    expect(strokesOf('é')).toEqual(strokesOf('E'));
    expect(strokesOf('漢')).toEqual([]);
  });
});
