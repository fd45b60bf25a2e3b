import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { isSameMarks, type Marks, openSuggestions, withBreaks, withIn, withLast, withoutBreak } from './marks.ts';

const bare: Marks = { inFrame: null, outFrame: null, breaks: [] };
const length = frames(100);

describe('marking an asset', () => {
  it('counts the out point from after the last frame that airs', () => {
    expect(withLast(bare, frames(49), length).outFrame).toBe(50);
    expect(withLast(bare, frames(99), length).outFrame).toBeNull();
  });

  it('keeps in before out', () => {
    const range = withLast(withIn(bare, frames(20)), frames(59), length);
    expect(withIn(range, frames(60))).toMatchObject({ inFrame: 60, outFrame: null });
    expect(withLast(range, frames(19), length)).toMatchObject({ inFrame: null, outFrame: 20 });
    expect(withIn(range, frames(0)).inFrame).toBeNull();
  });

  it('keeps breaks in order, once each, inside the asset', () => {
    const marked = withBreaks(withBreaks(bare, [frames(40)], length), [frames(10), frames(40), frames(0), frames(100)], length);
    expect(marked.breaks).toEqual([10, 40]);
    expect(withoutBreak(marked, frames(10)).breaks).toEqual([40]);
    expect(isSameMarks(marked, withBreaks(marked, [frames(10)], length))).toBe(true);
    expect(isSameMarks(marked, bare)).toBe(false);
  });

  it('offers a suggestion until it is taken up', () => {
    const suggestions = [10, 20, 30].map((atFrame) => ({ atFrame: frames(atFrame) }));
    const open = openSuggestions(suggestions, withBreaks(bare, [frames(10)], length));
    expect(open.map(({ atFrame }) => atFrame)).toEqual([20, 30]);
  });
});
