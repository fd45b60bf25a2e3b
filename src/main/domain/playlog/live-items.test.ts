import { describe, expect, it } from 'vitest';
import type { PlaylogEdit } from '../../../shared/contract/playlog-edits.ts';
import { frames } from '../../../shared/time/index.ts';
import { adoptAired, applyEdits, applyResumed, isSlate, NO_ORIGIN, type PlaylogItem, playlogDifference, toRundown } from './index.ts';

const WHY = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };

function item(id: string, startFrame: number, durationFrames: number, change: Partial<PlaylogItem> = {}): PlaylogItem {
  const place = {
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    inFrame: frames(0),
    startMode: 'follow' as const,
  };
  const what = { kind: 'programme' as const, title: id, houseId: null, assetId: `asset-${id}`, inputId: null };
  return { id, ...place, ...what, status: 'planned', explanation: WHY, origin: NO_ORIGIN, ...change };
}

const LIVE = item('live', 100, 200, { title: 'Studio', assetId: null, inputId: 'studio' });
const ITEMS = [item('a', 0, 100), LIVE, item('b', 300, 50), item('fixed', 500, 100, { startMode: 'fixed' })];

function edited(...edits: readonly PlaylogEdit[]) {
  const asset = { id: 'asset-x', kind: 'programme' as const, title: 'x', houseId: 'X', inFrame: frames(0), durationFrames: frames(30) };
  const frameAt = (instant: string) => frames(Number(instant));
  const inputOf = (id: string) => (id === 'hall' ? { id, name: 'Hall' } : null);
  const rest = { by: 'jo', assetOf: () => asset, inputOf, frameAt, endOfDay: () => frames(500), newId: () => 'new', fill: [] };
  return applyEdits(edits, { items: ITEMS, ...rest });
}
function places(...edits: readonly PlaylogEdit[]) {
  const result = edited(...edits);
  if (!result.ok) throw new Error(result.message);
  return result.items.map((one) => `${one.title} ${one.startFrame}+${one.durationFrames}`);
}

describe('a live input in the playlog', () => {
  it('is moved, trimmed, made longer, removed and replaced like any item', () => {
    expect(places({ op: 'move', itemId: 'live', afterItemId: 'b' })).toEqual([
      'a 0+100',
      'b 100+50',
      'Studio 150+200',
      'Slate 350+150',
      'fixed 500+100',
    ]);
    expect(places({ op: 'trim', itemId: 'live', durationFrames: frames(50) }).slice(1, 3)).toEqual(['Studio 100+50', 'b 150+50']);
    expect(places({ op: 'trim', itemId: 'live', durationFrames: frames(380) }).slice(1)).toEqual([
      'Studio 100+380',
      'b 480+20',
      'fixed 500+100',
    ]);
    expect(places({ op: 'remove', itemId: 'live' })[1]).toBe('b 100+50');
    const replaced = edited({ op: 'replace', itemId: 'live', assetId: 'asset-x' });
    expect(replaced.ok && replaced.items[1]).toMatchObject({ assetId: 'asset-x', inputId: null, durationFrames: 30 });
  });

  it('is inserted by a person for as long as they say, and takes the time of what it replaces', () => {
    const insert = { op: 'insert', inputId: 'hall', durationFrames: frames(120) } as const;
    expect(places({ ...insert, afterItemId: 'a' }).slice(0, 4)).toEqual(['a 0+100', 'Hall 100+120', 'Studio 220+200', 'b 420+50']);
    const result = edited({ ...insert, at: '320' });
    expect(result.ok && result.items.find(({ inputId }) => inputId === 'hall')).toMatchObject({
      ...{ startFrame: 320, durationFrames: 120, startMode: 'fixed', kind: 'programme', assetId: null, houseId: null, inFrame: 0 },
      ...{ explanation: { rule: 'Placed by jo' }, origin: { placedBy: 'jo' } },
    });
    expect(places({ op: 'replace', itemId: 'b', inputId: 'hall' })[2]).toBe('Hall 300+50');
    const refusal = { ok: false, code: 'NOT_FOUND', message: 'The station has no such live input, or it is off' };
    expect(edited({ ...insert, inputId: 'attic', afterItemId: 'a' })).toEqual({ ...refusal, field: 'edits.0.inputId' });
  });

  it('has no in point', () => {
    const refusal = { ok: false, code: 'BAD_INPUT', field: 'edits.0.inFrame', message: 'A live input has no in point' };
    expect(edited({ op: 'trim', itemId: 'live', inFrame: frames(20) })).toEqual(refusal);
  });

  it('is the live item of the rundown, and comes back from there as what it is', () => {
    const { items } = toRundown({ revision: 1, items: [LIVE, { ...LIVE, inputId: null }], media: new Map(), filler: [] });
    expect(items.map(({ source }) => source)).toEqual([{ type: 'live', inputId: 'studio' }, { type: 'slate' }]);
    const aired = items[0] && adoptAired(items[0], frames(150));
    expect(aired).toMatchObject({ inputId: 'studio', assetId: null, startFrame: 150, durationFrames: 150, inFrame: 0 });
  });

  it('is no slate, and another input is another picture', () => {
    expect([isSlate(LIVE), isSlate({ assetId: null, inputId: null }), isSlate(item('a', 0, 1))]).toEqual([false, true, false]);
    expect(playlogDifference([LIVE], [{ ...LIVE, inputId: 'hall' }]).firstFrame).toBe(LIVE.startFrame);
  });

  it('that was interrupted goes on after the return for the time that was left of it', () => {
    const { items } = applyResumed(ITEMS.slice(1), { frame: frames(250), since: frames(150), interruptedId: 'live' });
    expect(items[0]).toMatchObject({ inputId: 'studio', startFrame: 250, durationFrames: 150, inFrame: 0 });
    expect(items[1]).toMatchObject({ id: 'b', startFrame: 400 });
  });
});
