import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaylogEdit } from '../../../shared/contract/playlog-edits.ts';
import { frames } from '../../../shared/time/index.ts';
import { applyEdits, endFrame, findUnsound, playlogDifference } from './index.ts';
import { playlogItem as item } from './playlog-item.fixture.ts';

const ITEMS = [item('a', 0, 100), item('b', 100, 50), item('c', 150, 50), item('d', 200, 100, 'fixed'), item('e', 300, 50)];
const asset = (id: string, length: number) => ({
  id,
  kind: 'programme' as const,
  title: id,
  houseId: id,
  inFrame: frames(0),
  durationFrames: frames(length),
});

function edit(...edits: readonly PlaylogEdit[]) {
  let last = 0;
  const newId = () => {
    last += 1;
    return `new-${last}`;
  };
  const assetOf = (id: string) => (id.startsWith('asset-') ? asset(id, 30) : null);
  const frameAt = (instant: string) => frames(Number(instant));
  const rest = { inputOf: () => null, frameAt, endOfDay: () => frames(300), newId, fill: [asset('fill', 20)] };
  return applyEdits(edits, { items: ITEMS, by: 'jo', assetOf, ...rest });
}
function places(...edits: readonly PlaylogEdit[]) {
  const edited = edit(...edits);
  if (!edited.ok) throw new Error(edited.message);
  return edited.items.map((one) => `${one.title} ${one.startFrame}+${one.durationFrames}`);
}

describe('applyEdits', () => {
  it('inserts after an item; what follows moves along and is cut at the next fixed start', () => {
    expect(places({ op: 'insert', assetId: 'asset-x', afterItemId: 'a' })).toEqual([
      'a 0+100',
      'asset-x 100+30',
      'b 130+50',
      'c 180+20',
      'd 200+100',
      'e 300+50',
    ]);
  });

  it('inserts before an item, but not before the one on air', () => {
    expect(places({ op: 'insert', assetId: 'asset-x', beforeItemId: 'b' }).slice(0, 3)).toEqual(['a 0+100', 'asset-x 100+30', 'b 130+50']);
    expect(places({ op: 'move', itemId: 'c', beforeItemId: 'b' }).slice(0, 3)).toEqual(['a 0+100', 'c 100+50', 'b 150+50']);
    expect(edit({ op: 'move', itemId: 'c', beforeItemId: 'a' })).toMatchObject({ ok: false, field: 'edits.0.beforeItemId' });
  });

  it('inserts at a time, to the frame', () => {
    expect(places({ op: 'insert', assetId: 'asset-x', at: '120' })).toEqual([
      'a 0+100',
      'b 100+20',
      'asset-x 120+30',
      'c 150+50',
      'd 200+100',
      'e 300+50',
    ]);
  });

  it('inserts at the end of a day', () => {
    expect(places({ op: 'insert', assetId: 'asset-x', endOfDay: '2026-03-01' })).toEqual(
      [...places(), 'asset-x 300+30', 'e 330+50'].toSpliced(4, 1),
    );
  });

  it('removes, and fills what is left before the fixed start', () => {
    expect(places({ op: 'remove', itemId: 'b' })).toEqual([
      'a 0+100',
      'c 100+50',
      'fill 150+20',
      'fill 170+20',
      'fill 190+10',
      'd 200+100',
      'e 300+50',
    ]);
  });

  it('moves, replaces, trims and fixes, one after the other', () => {
    const moved = places({ op: 'move', itemId: 'e', afterItemId: 'a' }, { op: 'remove', itemId: 'c' });
    expect(moved).toEqual(['a 0+100', 'e 100+50', 'b 150+50', 'd 200+100']);
    expect(places({ op: 'replace', itemId: 'e', assetId: 'asset-x' }).at(-1)).toBe('asset-x 300+30');
    expect(places({ op: 'trim', itemId: 'e', durationFrames: frames(10) }).at(-1)).toBe('e 300+10');
    expect(places({ op: 'set-start-mode', itemId: 'd', startMode: 'follow' }, { op: 'remove', itemId: 'b' })).toEqual([
      'a 0+100',
      'c 100+50',
      'd 150+100',
      'e 250+50',
    ]);
  });

  it('says which edit can not be, and what had to give way', () => {
    expect(edit({ op: 'remove', itemId: 'a' }, { op: 'remove', itemId: 'x' })).toMatchObject({
      ok: false,
      code: 'NOT_FOUND',
      field: 'edits.1.itemId',
    });
    expect(edit({ op: 'insert', assetId: 'y', afterItemId: 'a' })).toMatchObject({ ok: false, field: 'edits.0.assetId' });
    expect(edit({ op: 'insert', assetId: 'asset-x', at: '999' })).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'edits.0.at' });
    expect(edit({ op: 'trim', itemId: 'e', durationFrames: frames(31) })).toMatchObject({ ok: false, field: 'edits.0.durationFrames' });
    const edited = edit(...['x', 'y'].map((id): PlaylogEdit => ({ op: 'insert', assetId: `asset-${id}`, afterItemId: 'a' })));
    expect(edited).toMatchObject({ ok: true, dropped: [{ id: 'c' }] });
  });

  it('marks what a person placed, and tells from which frame on the playlog differs', () => {
    const edited = edit({ op: 'insert', assetId: 'asset-x', at: '120' });
    const items = edited.ok ? edited.items : [];
    expect(items.filter(({ origin }) => origin.placedBy === 'jo').map(({ title }) => title)).toEqual(['asset-x']);
    expect(playlogDifference(ITEMS, items)).toMatchObject({
      firstFrame: 120,
      before: [{ id: 'b' }],
      after: [{ id: 'b' }, { title: 'asset-x' }],
    });
    expect(playlogDifference(ITEMS, ITEMS)).toEqual({ firstFrame: null, before: [], after: [] });
  });

  it('leaves the playlog sound and the fixed starts where they are, whatever is asked', () => {
    const anyId = fc.constantFrom('b', 'c', 'd', 'e', 'new-1');
    const anyEdit: fc.Arbitrary<PlaylogEdit> = fc.oneof(
      fc.record({ op: fc.constant('insert' as const), assetId: fc.constant('asset-x'), afterItemId: anyId }),
      fc.record({ op: fc.constant('insert' as const), assetId: fc.constant('asset-x'), at: fc.integer({ min: 1, max: 400 }).map(String) }),
      fc.record({ op: fc.constant('move' as const), itemId: anyId, at: fc.integer({ min: 1, max: 400 }).map(String) }),
      fc.record({ op: fc.constant('remove' as const), itemId: anyId }),
      fc.record({ op: fc.constant('trim' as const), itemId: anyId, durationFrames: fc.integer({ min: 1, max: 30 }).map(frames) }),
      fc.record({
        op: fc.constant('set-start-mode' as const),
        itemId: anyId,
        startMode: fc.constantFrom('fixed' as const, 'follow' as const),
      }),
    );
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (edits) => {
        const edited = edit(...edits);
        if (!edited.ok) return;
        expect(findUnsound(edited.items)).toBeNull();
        expect(edited.items[0]?.startFrame).toBe(0);
        const isUntouched = edits.every((one) => one.op === 'insert' || one.itemId !== 'd') && !edited.dropped.some(({ id }) => id === 'd');
        const fixed = edited.items.find(({ id }) => id === 'd');
        if (isUntouched) expect(fixed && [fixed.startFrame, endFrame(fixed) <= 300]).toEqual([200, true]);
      }),
    );
  });
});
