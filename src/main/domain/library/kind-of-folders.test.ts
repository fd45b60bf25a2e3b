import { describe, expect, it } from 'vitest';
import { kindOfFolders } from './kind-of-folders.ts';

describe('kindOfFolders', () => {
  it.each([
    ['programmes', 'programme'],
    ['spots', 'commercial'],
    ['Commercials', 'commercial'],
    ['PROMOS', 'promo'],
    ['bumper', 'bumper'],
    ['idents', 'station-id'],
    ['Station IDs', 'station-id'],
    ['psas', 'psa'],
    ['filler', 'filler'],
    ['slates', 'slate'],
  ])('reads %s as %s', (folder, kind) => {
    expect(kindOfFolders(['media', folder])).toBe(kind);
  });

  it('lets the nearest folder decide', () => {
    expect(kindOfFolders(['spots', 'promos', 'summer'])).toBe('promo');
  });

  it('takes everything else for a programme', () => {
    expect(kindOfFolders([])).toBe('programme');
    expect(kindOfFolders(['spotlight', 'constructor'])).toBe('programme');
  });
});
