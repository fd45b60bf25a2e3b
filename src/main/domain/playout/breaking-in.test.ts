import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findRundownFault } from './find-rundown-fault.ts';
import { itemEnd } from './item-at.ts';
import { land } from './land.ts';
import { resumeInterrupted } from './resume-interrupted.ts';
import { rundownItem, rundownOf, soundRundown } from './rundown.arbitrary.ts';
import { skipNext } from './skip-next.ts';

const places = (items: readonly { id: string; startFrame: number; durationFrames: number }[]) =>
  items.map(({ id, startFrame, durationFrames }) => `${id} ${startFrame}+${durationFrames}`);

const [film, spot, promo, news] = [
  rundownItem('film', 0, 100),
  rundownItem('spot', 100, 20),
  rundownItem('promo', 120, 30),
  rundownItem('news', 200, 50, { startMode: 'fixed' }),
];

describe('a skip', () => {
  it('drops the next item and slides what follows up to the next fixed start', () => {
    const result = skipNext(rundownOf(film, spot, promo, news), frames(40));
    expect(result?.skipped.id).toBe('spot');
    expect(places(result?.rundown.items ?? [])).toEqual(['film 0+100', 'promo 100+30', 'news 200+50']);
  });

  it('leaves every rundown sound, and moves nothing that is fixed', () => {
    fc.assert(
      fc.property(soundRundown, fc.nat(400), (rundown, frame) => {
        const result = skipNext(rundown, frames(frame));
        if (result === null) return;
        expect(findRundownFault(result.rundown)).toBeNull();
        expect(result.rundown.items).toHaveLength(rundown.items.length - 1);
      }),
    );
  });
});

describe('a return', () => {
  const leftOut = { since: frames(60), interrupted: film, passed: [film] };

  it('rejoins where the schedule is', () => {
    const landed = land('rejoin', rundownOf(spot, promo, news), leftOut, frames(110));
    expect(landed.item).toBe(spot);
  });

  it('resumes at the very next frame of what was interrupted, airs what was left out, and meets the next fixed start', () => {
    const { rundown, item } = land('resume', rundownOf(spot, promo, news), leftOut, frames(110));
    expect(places(rundown.items)).toEqual(['film~60 110+40', 'spot~60 150+20', 'promo 170+30', 'news 200+50']);
    expect(item?.source).toMatchObject({ inFrame: 60 });
    const late = land('resume', rundownOf(promo, news), { ...leftOut, passed: [film, spot] }, frames(140));
    expect(places(late.rundown.items)).toEqual(['film~60 140+40', 'spot~60 180+20', 'news 200+50']);
  });

  it('goes on after a hold with what followed the held item', () => {
    const held = { since: frames(100), interrupted: null, passed: [spot] };
    expect(places(land('resume', rundownOf(promo, news), held, frames(125)).rundown.items)).toEqual([
      'spot~100 125+20',
      'promo~100 145+30',
      'news 200+50',
    ]);
  });

  it('takes the next item whole, at once', () => {
    const { item, taken } = land('next', rundownOf(spot, promo, news), leftOut, frames(110));
    expect(item).toMatchObject({ id: 'promo', startFrame: 110 });
    expect(taken).toEqual({ itemId: 'promo', shiftFrames: 10 });
  });

  it('leaves every rundown sound, with nothing before its frame and every later fixed start where it was', () => {
    fc.assert(
      fc.property(soundRundown, fc.nat(300), fc.nat(200), (rundown, since, length) => {
        const frame = frames(since + length);
        const interrupted = rundown.items.find((item) => item.startFrame <= since && since < itemEnd(item)) ?? null;
        const passed = rundown.items.filter((item) => itemEnd(item) > since && itemEnd(item) <= frame);
        const resumed = resumeInterrupted(rundown, { since: frames(since), interrupted, passed }, frame);
        expect(findRundownFault(resumed)).toBeNull();
        expect(resumed.items.every(({ startFrame }) => startFrame >= frame)).toBe(true);
        const [fixed] = rundown.items.filter(({ startMode, startFrame }) => startMode === 'fixed' && startFrame >= frame);
        if (fixed !== undefined && fixed.id !== interrupted?.id) expect(resumed.items).toContainEqual(fixed);
      }),
    );
  });
});
