import { expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { sheetBehind, tileAt, waveformPath } from './sprite-place.ts';

const sprites = { columns: 10, rows: 3, count: 25, tileWidth: 160, tileHeight: 90, everyMs: milliseconds(2000) };

it('shows the tile of a time, the last one at the end', () => {
  expect([0, 1999, 2000, 900_000].map((at) => tileAt(milliseconds(at), sprites))).toEqual([0, 0, 1, 24]);
});

it('moves the sheet behind the window to the tile', () => {
  expect(sheetBehind(12, sprites, 2)).toEqual({ backgroundSize: '3200px 540px', backgroundPosition: '-640px -180px' });
});

it('draws the waveform about its middle', () => {
  expect(waveformPath([0, 1])).toBe('M0 1 L0 1.000 L1 0.000 L1 2.000 L0 1.000 Z');
  expect(waveformPath([])).toBe('');
});
