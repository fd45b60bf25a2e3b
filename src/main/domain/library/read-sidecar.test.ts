import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSidecar } from './read-sidecar.ts';

const json = (value: unknown) => readSidecar({ format: 'json', text: JSON.stringify(value) });
const nfo = (text: string) => readSidecar({ format: 'nfo', text }).changes;

describe('readSidecar', () => {
  it('reads the fields of the API from JSON, a kind by any of its names, and one label for a list', () => {
    const { changes, unreadable } = json({
      kind: 'Spots',
      title: ' Soap ',
      year: 2024,
      genre: 'drama',
      tags: ['a', 'b'],
      rightsUntil: '2026-03-01T00:00:00Z',
      unknown: 1,
    });
    expect(changes).toMatchObject({ kind: 'commercial', title: 'Soap', year: 2024, genres: ['drama'], tags: ['a', 'b'] });
    expect(changes.rightsUntil).toBe(Date.UTC(2026, 2, 1));
    expect(unreadable).toEqual([]);
  });

  it('leaves out what it can not read, and names it', () => {
    const { changes, unreadable } = json({ title: 'Soap', year: 'soon', kind: 'opera', isApproved: true });
    expect(changes).toMatchObject({ title: 'Soap' });
    expect(changes).not.toHaveProperty('isApproved');
    expect(unreadable).toEqual(['year', 'kind']);
    expect(readSidecar({ format: 'json', text: '{"title": ' }).unreadable).toEqual(['all of it']);
  });

  it("reads Kodi's .nfo of an episode", () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
      <episodedetails>
        <title>Pilot &amp; Co &#x2013; 1</title><showtitle>Harbour</showtitle><season>1</season><episode>02</episode>
        <aired>2019-05-04</aired><genre>Drama / Sea</genre><tag>ships</tag><mpaa>PG</mpaa>
        <plot><![CDATA[A <ship> comes in.]]></plot><director>Bo</director>
        <actor><name>Ada</name><role>title</role></actor><fileinfo><title>x</title></fileinfo>
      </episodedetails>`;
    expect(nfo(text)).toMatchObject({
      title: 'Pilot & Co – 1',
      series: 'Harbour',
      season: 1,
      episode: 2,
      year: 2019,
      genres: ['Drama', 'Sea'],
      tags: ['ships'],
      people: ['Bo', 'Ada'],
      contentRating: 'PG',
      notes: 'A <ship> comes in.',
    });
  });

  it('reads nothing from what is no .nfo, and from an address in one', () => {
    expect(readSidecar({ format: 'nfo', text: 'https://www.themoviedb.org/movie/11' })).toEqual({ changes: {}, unreadable: ['all of it'] });
  });

  it('never throws, whatever stands beside a film', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('json' as const, 'nfo' as const), (text, format) => void readSidecar({ format, text })),
    );
    fc.assert(fc.property(fc.json(), (text) => void readSidecar({ format: 'json', text })));
  });
});
