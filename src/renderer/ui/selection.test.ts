import { describe, expect, it } from 'vitest';
import { allChosen, NOTHING_CHOSEN, pointed, pointingOf, stepped, stillListed } from './selection.ts';

const listed = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids].join('');

describe('a selection', () => {
  it('chooses one, adds one, and takes it away again', () => {
    const one = pointed(NOTHING_CHOSEN, 'b', 'only', listed);
    const two = pointed(one, 'd', 'toggle', listed);
    expect([chosen(one), chosen(two), chosen(pointed(two, 'b', 'toggle', listed))]).toEqual(['b', 'bd', 'd']);
  });

  it('chooses a range either way from where it began, and lets it shrink', () => {
    const from = pointed(NOTHING_CHOSEN, 'c', 'only', listed);
    const down = pointed(from, 'e', 'range', listed);
    expect([chosen(down), chosen(pointed(down, 'a', 'range', listed)), chosen(pointed(down, 'd', 'range', listed))]).toEqual([
      'cde',
      'abc',
      'cd',
    ]);
  });

  it('goes by arrow keys and stays in the list', () => {
    const first = stepped(NOTHING_CHOSEN, 1, false, listed);
    expect(chosen(first)).toBe('a');
    expect(chosen(stepped(first, -1, false, listed))).toBe('a');
    expect(chosen(stepped(first, 2, true, listed))).toBe('abc');
    expect(chosen(stepped(first, 99, false, listed))).toBe('e');
    expect(stepped(NOTHING_CHOSEN, 1, false, [])).toBe(NOTHING_CHOSEN);
  });

  it('lets go of what is no longer listed', () => {
    const all = allChosen(listed);
    expect(stillListed(all, listed)).toBe(all);
    expect(stillListed(all, ['b', 'c'])).toEqual({ ids: new Set(['b', 'c']), anchor: null, lead: null });
  });

  it('reads the keys that are held down', () => {
    const keys = { shiftKey: false, ctrlKey: false, metaKey: false };
    expect([pointingOf(keys), pointingOf({ ...keys, metaKey: true }), pointingOf({ ...keys, shiftKey: true })]).toEqual([
      'only',
      'toggle',
      'range',
    ]);
  });
});
