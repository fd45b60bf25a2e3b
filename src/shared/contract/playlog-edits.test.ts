import { describe, expect, it } from 'vitest';
import { playlogEditsSchema } from './playlog-edits.ts';

/** The fields that are refused of one edit. */
function refusedFields(edit: object): readonly string[] {
  const read = playlogEditsSchema.safeParse({ revision: 1, edits: [edit] });
  return read.success ? [] : read.error.issues.map(({ path }) => path.slice(2).join('.'));
}

describe('an edit of the playlog', () => {
  const PLACE = { afterItemId: 'a' };

  it('inserts an asset, or a live input for a length', () => {
    expect(refusedFields({ op: 'insert', assetId: 'x', ...PLACE })).toEqual([]);
    expect(refusedFields({ op: 'insert', inputId: 'studio', durationFrames: 100, ...PLACE })).toEqual([]);
    expect(refusedFields({ op: 'insert', ...PLACE })).toEqual(['assetId']);
    expect(refusedFields({ op: 'insert', assetId: 'x', inputId: 'studio', durationFrames: 100, ...PLACE })).toEqual(['assetId']);
    expect(refusedFields({ op: 'insert', inputId: 'studio', ...PLACE })).toEqual(['durationFrames']);
    expect(refusedFields({ op: 'insert', inputId: 'studio', durationFrames: 0, ...PLACE })).toEqual(['durationFrames']);
    expect(refusedFields({ op: 'insert', assetId: 'x', durationFrames: 100, ...PLACE })).toEqual(['durationFrames']);
  });

  it('replaces an item by either of them', () => {
    expect(refusedFields({ op: 'replace', itemId: 'a', inputId: 'studio' })).toEqual([]);
    expect(refusedFields({ op: 'replace', itemId: 'a' })).toEqual(['assetId']);
  });

  it('names one place', () => {
    expect(refusedFields({ op: 'move', itemId: 'a' })).toEqual(['at']);
    expect(refusedFields({ op: 'insert', assetId: 'x', at: '2026-03-01T06:00:00.000Z', endOfDay: '2026-03-01' })).toEqual(['at']);
  });
});
