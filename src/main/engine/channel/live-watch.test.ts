import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { LiveWatch } from './live-watch.ts';
import { SelfTaker } from './self-taker.ts';

describe('LiveWatch', () => {
  it('makes the way back ready after half a second and has it taken within a second and a half of the last picture', () => {
    const watch = new LiveWatch(parseFrameRate('25/1'));
    expect(watch.look(frames(99), 'item')).toBeNull();
    for (let frame = 100; frame < 112; frame++) expect(watch.look(frames(frame), 'held')).toBeNull();
    const leaving = watch.look(frames(113), 'held');
    expect(leaving).toEqual({ from: 125, until: 135 });
    expect((leaving?.until ?? 0) - 100).toBeLessThan(37.5);
  });

  it('forgets a gap that a picture has ended', () => {
    const watch = new LiveWatch(parseFrameRate('25/1'));
    for (let frame = 0; frame < 200; frame++) expect(watch.look(frames(frame), frame % 12 === 11 ? 'item' : 'held')).toBeNull();
  });
});

describe('SelfTaker', () => {
  it('airs a source by itself only when it is meant to, is stable, and was not left since it came', () => {
    let state: 'stable' | 'receiving' = 'receiving';
    let takesAirByItself = false;
    const inputs = {
      produce: () => {
        throw new Error('nothing is to be opened');
      },
      find: () => ({ input: { takesAirByItself } }) as never,
      statuses: () => [{ id: 'studio', state } as never],
    };
    const taker = new SelfTaker(inputs);
    state = 'stable';
    expect(taker.candidate()).toBeNull();
    takesAirByItself = true;
    expect(taker.candidate()).toBe('studio');
    taker.dismiss('studio');
    expect(taker.candidate()).toBeNull();
    state = 'receiving';
    expect(taker.candidate()).toBeNull();
    state = 'stable';
    expect(taker.candidate()).toBe('studio');
  });
});
