import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endFrame, findUnsound, type PlaylogItem, playlogDifference, turnChange } from './index.ts';
import { playlogItem as item } from './playlog-item.fixture.ts';

const FILLING = { fill: [], newId: () => 'slate' };
const line = (lengths: readonly number[], name: string, from = 0) => {
  let at = from;
  return lengths.map((length, index) => {
    const placed = item(`${name}${index}`, at, length);
    at += length;
    return placed;
  });
};
const endOf = (items: readonly PlaylogItem[]) => endFrame(items.at(-1) ?? item('none', 0, 0));

/** A line of items, the same after a person changed it from some place on, and what was planned behind that since. */
const change = fc
  .record({
    kept: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }),
    was: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }),
    is: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }),
    since: fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 6 }),
  })
  .filter(({ was, is }) => was.length + is.length > 0)
  .map(({ kept, was, is, since }) => {
    const head = line(kept, 'kept');
    const before = [...head, ...line(was, 'was', endOf(head))];
    const after = [...head, ...line(is, 'is', endOf(head))];
    return { before, after, tail: line(since, 'since', endOf(after)), lengths: since };
  });

describe('turnChange', () => {
  it('takes a change back and makes it again, and lets what was planned behind it since follow', () => {
    fc.assert(
      fc.property(change, ({ before, after, tail, lengths }) => {
        const difference = playlogDifference(before, after);
        const standing = [...after, ...tail];
        const undone = turnChange(standing, { goes: difference.after, comes: difference.before }, FILLING);
        expect(undone?.items).toEqual([...before, ...line(lengths, 'since', endOf(before))]);
        const redone = turnChange(undone?.items ?? [], { goes: difference.before, comes: difference.after }, FILLING);
        expect(redone?.items).toEqual(standing);
      }),
    );
  });

  it('keeps the next fixed start behind it', () => {
    const standing = [
      item('a', 0, 100),
      item('put in', 100, 50),
      item('b', 150, 50),
      item('since', 200, 100),
      item('fixed', 300, 10, 'fixed'),
    ];
    const turned = turnChange(standing, { goes: [item('put in', 100, 50), item('b', 150, 50)], comes: [item('b', 100, 50)] }, FILLING);
    expect(turned?.items.map(({ title, startFrame }) => `${title} ${startFrame}`)).toEqual([
      'a 0',
      'b 100',
      'since 150',
      'Slate 250',
      'fixed 300',
    ]);
    expect(findUnsound(turned?.items ?? [])).toBeNull();
  });

  it('turns nothing where what the change put there was changed since', () => {
    const standing = [item('a', 0, 100), item('put in', 100, 40)];
    expect(turnChange(standing, { goes: [item('put in', 100, 50)], comes: [] }, FILLING)).toBeNull();
    expect(turnChange([item('a', 0, 100)], { goes: [item('put in', 100, 50)], comes: [] }, FILLING)).toBeNull();
  });

  it('turns nothing where something else stands in the way of what comes back', () => {
    const standing = [item('a', 0, 100), item('b', 100, 50)];
    expect(turnChange(standing, { goes: [item('b', 100, 50)], comes: [item('b', 50, 50)] }, FILLING)).toBeNull();
  });
});
