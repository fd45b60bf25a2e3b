import { describe, expect, it } from 'vitest';
import { sampleAsset } from './asset.fixture.ts';
import { changesOf, draftOf, labelsOf } from './asset-draft.ts';

const asset = sampleAsset({ tags: ['old', 'film'], season: 2, rightsUntil: '2026-03-01T20:00:00.000Z' });
const changed = (change: object) => changesOf(asset, { ...draftOf(asset), ...change });

describe('the form of an asset', () => {
  it('changes nothing that was not touched', () => {
    expect(changed({})).toEqual({ ok: true, changes: {} });
  });

  it('reads numbers, labels and names, and clears what was emptied', () => {
    expect(changed({ season: '', year: '1994', tags: 'film, News,news ,', series: ' Rivers ' })).toEqual({
      ok: true,
      changes: { season: null, year: 1994, tags: ['film', 'News'], series: 'Rivers' },
    });
  });

  it('gives instants back as they came', () => {
    expect(changed({ rightsFrom: draftOf(asset).rightsUntil })).toEqual({ ok: true, changes: { rightsFrom: '2026-03-01T20:00:00.000Z' } });
    expect(changed({ rightsUntil: '' })).toEqual({ ok: true, changes: { rightsUntil: null } });
  });

  it('reads how long a still picture is shown, and asks it of no other', () => {
    const still = sampleAsset({ media: { ...asset.media, container: 'image2', frameRate: null } });
    expect(draftOf(still).durationMs).toBe('4');
    expect(changesOf(still, { ...draftOf(still), durationMs: ' 7.5' })).toEqual({ ok: true, changes: { durationMs: 7500 } });
    expect(changesOf(still, { ...draftOf(still), durationMs: 'long' })).toMatchObject({ ok: false, field: 'durationMs' });
    expect(draftOf(asset).durationMs).toBe('');
  });

  it('names the field that can not be read', () => {
    expect(changed({ episode: 'two' })).toMatchObject({ ok: false, field: 'episode' });
    expect(changed({ rightsFrom: '29.03.2026' })).toMatchObject({ ok: false, field: 'rightsFrom' });
    expect(changed({ title: '  ' })).toMatchObject({ ok: false, field: 'title' });
  });
});

it('takes each label once', () => {
  expect(labelsOf(' a, B,b,, c')).toEqual(['a', 'B', 'c']);
});
