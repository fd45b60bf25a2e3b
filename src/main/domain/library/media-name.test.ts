import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMediaName } from './media-name.ts';

describe('readMediaName', () => {
  it('takes the name without its extension as the title', () => {
    expect(readMediaName('Harbour News.mp4')).toEqual({ title: 'Harbour News', episode: null });
  });

  it('reads series, season and episode', () => {
    expect(readMediaName('Night Train S01E02 The Long Tunnel.mkv')).toEqual({
      title: 'Night Train S01E02 The Long Tunnel',
      episode: { series: 'Night Train', season: 1, episode: 2 },
    });
  });

  it('reads dots and underscores as spaces when there are no others', () => {
    expect(readMediaName('night.train.s1e12.the_end.mkv').title).toBe('night train S01E12 the end');
    expect(readMediaName('Dr. No v1.2.mov').title).toBe('Dr. No v1.2');
  });

  it('leaves a number alone that is not an episode', () => {
    expect(readMediaName('S01E02.mkv')).toEqual({ title: 'S01E02', episode: null });
    expect(readMediaName('2001 A Space Odyssey.mp4').episode).toBeNull();
  });

  it('makes one line of a name with line breaks, and a word of an empty one', () => {
    expect(readMediaName('two\nlines\t.mp4').title).toBe('two lines');
    expect(readMediaName('\n.mp4').title).toBe('Untitled');
  });

  it('keeps a family in one piece: joined emoji and other scripts', () => {
    expect(readMediaName('Семья 👨‍👩‍👧 雪.mp4').title).toBe('Семья 👨‍👩‍👧 雪');
  });

  it('always gives a title of one line, neither empty nor long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const { title } = readMediaName(name);
        expect([...title].length).toBeGreaterThan(0);
        expect([...title].length).toBeLessThanOrEqual(200);
        expect(title).not.toMatch(/[\r\n\t]/);
      }),
    );
  });
});
