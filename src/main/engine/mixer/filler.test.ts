import { describe, expect, it } from 'vitest';
import type { ItemSource } from '../../../shared/engine-protocol/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import type { Producer } from '../producers/producer.ts';
import { Filler } from './filler.ts';

const RATE = parseFrameRate('25/1');

function media(name: string): ItemSource {
  return { type: 'file', path: `/media/${name}`, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
}

/** A source that could not be opened. */
const FAILED: Producer = {
  state: 'failed',
  failure: { reason: 'media-missing', detail: '' },
  pictureAt: () => null,
  soundAt: () => undefined,
  isSpentAt: () => true,
  picturesFrom: () => 0,
  changed: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

describe('Filler', () => {
  it('tries media that all failed again after a minute, and not before', () => {
    const opened: string[] = [];
    const open = (source: ItemSource) => {
      opened.push(source.type === 'file' ? source.path : source.type);
      return FAILED;
    };
    const filler = new Filler({ open, close: () => Promise.resolve() }, RATE, 'Perpetua');
    const all = [media('a'), media('b')];
    const ask = (made: number) => {
      filler.use(all, made);
      return filler.picture();
    };
    for (let made = 0; made < 60 * 25; made += 5) expect(ask(made)).toBeNull();
    expect(opened).toEqual(['/media/a', '/media/b']);
    for (let made = 60 * 25; made < 120 * 25; made += 5) ask(made);
    expect(opened).toEqual(['/media/a', '/media/b', '/media/a', '/media/b']);
  });

  it('goes on to the next one when one hangs for three seconds', () => {
    const hung: Producer = { ...FAILED, state: 'cued', failure: null, isSpentAt: () => false };
    const opened: string[] = [];
    const open = (source: ItemSource) => {
      opened.push(source.type === 'file' ? source.path : source.type);
      return hung;
    };
    const filler = new Filler({ open, close: () => Promise.resolve() }, RATE, 'Perpetua');
    filler.use([media('a'), media('b')], 0);
    for (let asked = 1; asked < 3 * 25; asked++) filler.picture();
    expect(opened).toEqual(['/media/a']);
    filler.picture();
    expect(opened).toEqual(['/media/a', '/media/b']);
  });
});
