import { describe, expect, it } from 'vitest';
import { GentleResampler } from './gentle-resampler.ts';

const tone = (sample: number) => Math.round(12_000 * Math.sin((2 * Math.PI * 1000 * sample) / 48_000));

/** A tone on the left and its negative on the right, from whatever sample it is asked for. */
function source(from: number, count: number, into: Buffer): void {
  for (let index = 0; index < count; index++) {
    into.writeInt16LE(tone(from + index), index * 4);
    into.writeInt16LE(-tone(from + index), index * 4 + 2);
  }
}

describe('GentleResampler', () => {
  it('gives the very samples at speed 1', () => {
    const resampler = new GentleResampler();
    const into = Buffer.alloc(400);
    for (let turn = 0; turn < 5; turn++) {
      resampler.read(100 + turn * 100, 1, 100, source, into);
      expect(into.readInt16LE(0)).toBe(tone(100 + turn * 100));
      expect(into.readInt16LE(99 * 4)).toBe(tone(199 + turn * 100));
    }
  });

  it.each([1.001, 0.999, 1.005])('keeps a tone whole at speed %f: no click between frames, and the level that it had', (speed) => {
    const resampler = new GentleResampler();
    const into = Buffer.alloc(1920 * 4);
    let position = 500;
    let worst = 0;
    for (let frame = 0; frame < 50; frame++) {
      resampler.read(position, speed, 1920, source, into);
      for (let index = 0; index < 1920; index += 1) {
        const ideal = 12_000 * Math.sin((2 * Math.PI * 1000 * (position + index * speed)) / 48_000);
        worst = Math.max(worst, Math.abs(into.readInt16LE(index * 4) - ideal), Math.abs(into.readInt16LE(index * 4 + 2) + ideal));
      }
      position += 1920 * speed;
    }
    expect(worst).toBeLessThan(20);
  });

  it('asks for each sample once, also after a leap', () => {
    const asked: number[] = [];
    const resampler = new GentleResampler();
    const into = Buffer.alloc(400);
    const listen = (from: number, count: number, buffer: Buffer) => {
      asked.push(from, from + count);
      source(from, count, buffer);
    };
    resampler.read(10.5, 1.002, 100, listen, into);
    resampler.read(10.5 + 100.2, 1.002, 100, listen, into);
    resampler.read(5000, 1, 100, listen, into);
    expect(asked).toEqual([9, 112, 112, 212, 4999, 5102]);
    expect(into.readInt16LE(0)).toBe(tone(5000));
  });
});
