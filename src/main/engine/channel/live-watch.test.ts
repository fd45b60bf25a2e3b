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
  function taker() {
    const source = { state: 'receiving' as 'stable' | 'receiving', secondsStable: 5, takesAirByItself: true };
    const inputs = {
      produce: () => {
        throw new Error('nothing is to be opened');
      },
      find: () => ({ input: source }) as never,
      statuses: () => [{ id: 'studio', ...source } as never],
    };
    return { source, taker: new SelfTaker(inputs) };
  }

  it('airs a source by itself only when it is meant to, is stable, and was not left since it came', () => {
    const { source, taker: it } = taker();
    expect(it.candidate()).toBeNull();
    source.state = 'stable';
    expect(it.candidate()).toBe('studio');
    source.takesAirByItself = false;
    expect(it.candidate()).toBeNull();
    source.takesAirByItself = true;
    it.left('studio', 'chosen');
    expect(it.candidate()).toBeNull();
    source.state = 'receiving';
    expect(it.candidate()).toBeNull();
    source.state = 'stable';
    expect(it.candidate()).toBe('studio');
  });

  it('airs a source that was lost on air again only when it has come for a minute without a break', () => {
    const { source, taker: it } = taker();
    source.state = 'stable';
    source.secondsStable = 600;
    it.left('studio', 'lost');
    expect(it.candidate()).toBeNull();
    Object.assign(source, { state: 'receiving', secondsStable: 0 });
    expect(it.candidate()).toBeNull();
    Object.assign(source, { state: 'stable', secondsStable: 59 });
    expect(it.candidate()).toBeNull();
    source.secondsStable = 60;
    expect(it.candidate()).toBe('studio');
  });
});
