import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssetCursor, writeAssetCursor } from './asset-cursor.ts';

describe('asset cursors', () => {
  it('come back as they were, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (sortKey, sequence) => {
        expect(readAssetCursor(writeAssetCursor({ sortKey, sequence }))).toEqual({ sortKey, sequence });
      }),
    );
  });

  it('are refused when they are something else', () => {
    for (const text of ['', 'x', 'bnVsbA', Buffer.from('["a"]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url')]) {
      expect(readAssetCursor(text)).toBeNull();
    }
  });
});
