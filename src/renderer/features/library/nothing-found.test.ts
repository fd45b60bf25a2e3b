import { describe, expect, it } from 'vitest';
import { nothingFound } from './nothing-found.ts';

describe('a list that shows nothing', () => {
  it('asks for fewer words only where words were typed', () => {
    expect(nothingFound({ search: 'harbour lights', kind: null })).toEqual({ title: 'Nothing matches', advice: 'Try fewer words.' });
    expect(nothingFound({ search: 'harbour', kind: 'promo' }).advice).toBe('Try fewer words, or all kinds.');
  });

  it('says of the bin that it is empty, and what it is for', () => {
    expect(nothingFound({ search: ' is:bin ', kind: null })).toEqual({
      title: 'Nothing in the bin',
      advice: 'What is put into the bin can be restored here.',
    });
  });

  it('says of a shortcut what is not there, and that other kinds may have it', () => {
    expect(nothingFound({ search: 'is:duplicate', kind: null })).toEqual({ title: 'No file is there twice', advice: '' });
    expect(nothingFound({ search: 'is:missing', kind: 'promo' })).toEqual({
      title: 'No file is missing',
      advice: 'Look at everything to see the other kinds.',
    });
    expect(nothingFound({ search: '', kind: 'psa' }).title).toBe('Nothing of this kind');
  });
});
