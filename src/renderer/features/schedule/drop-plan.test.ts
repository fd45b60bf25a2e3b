import { describe, expect, it } from 'vitest';
import { frames, parseFrameRate } from '../../../shared/time/index.ts';
import { type DropPayload, planDrop } from './drop-plan.ts';
import { scheduleItem } from './schedule-item.fixture.ts';

const RATE = parseFrameRate('25/1');
const ITEMS = [
  scheduleItem('a', 0, 100),
  scheduleItem('b', 100, 50),
  scheduleItem('c', 150, 50),
  scheduleItem('d', 200, 100, 'fixed'),
  scheduleItem('e', 300, 50),
];
const GROUND = { items: ITEMS, firstFree: frames(100), rate: RATE };
const assets = (...lengths: readonly number[]): DropPayload => ({
  type: 'picked',
  parts: lengths.map((length, index) => ({
    ...{ key: `asset x${index}`, title: `X${index}`, durationFrames: frames(length) },
    source: { assetId: `x${index}` },
  })),
});
const items = (...ids: readonly string[]): DropPayload => ({ type: 'items', items: ITEMS.filter(({ id }) => ids.includes(id)) });

describe('planDrop', () => {
  it('inserts several behind an item in their order, and tells what shifts and by how much the fixed start is overrun', () => {
    expect(planDrop(assets(30, 20), { type: 'after', itemId: 'b' }, 'insert', GROUND)).toEqual({
      ok: true,
      edits: [
        { op: 'insert', assetId: 'x1', afterItemId: 'b' },
        { op: 'insert', assetId: 'x0', afterItemId: 'b' },
      ],
      startFrame: 150,
      lengthFrames: 50,
      shifted: 1,
      overFrames: 50,
    });
  });

  it('inserts and moves before an item, in order: the first of a day has nothing before it in sight', () => {
    expect(planDrop(assets(30, 20), { type: 'before', itemId: 'b' }, 'insert', GROUND)).toMatchObject({
      edits: [
        { op: 'insert', assetId: 'x0', beforeItemId: 'b' },
        { op: 'insert', assetId: 'x1', beforeItemId: 'b' },
      ],
      startFrame: 100,
      shifted: 2,
    });
    expect(planDrop(items('c'), { type: 'before', itemId: 'b' }, 'insert', GROUND)).toMatchObject({
      edits: [{ op: 'move', itemId: 'c', beforeItemId: 'b' }],
    });
    expect(planDrop(assets(10), { type: 'before', itemId: 'a' }, 'insert', GROUND)).toMatchObject({ ok: false });
  });

  it('says that an item stands where it was picked up', () => {
    const stays = { ok: false, reason: 'It stands there already.' };
    expect(planDrop(items('c'), { type: 'after', itemId: 'c' }, 'insert', GROUND)).toEqual(stays);
    expect(planDrop(items('b'), { type: 'before', itemId: 'b' }, 'insert', GROUND)).toEqual(stays);
    expect(planDrop(items('c', 'd'), { type: 'after', itemId: 'b' }, 'insert', GROUND)).toEqual(stays);
    expect(planDrop(items('c', 'e'), { type: 'after', itemId: 'b' }, 'insert', GROUND)).toMatchObject({ ok: true });
  });

  it('inserts at a time inside an item, one behind the other', () => {
    const plan = planDrop(assets(25, 50), { type: 'at', frame: frames(125) }, 'insert', GROUND);
    expect(plan).toMatchObject({
      edits: [
        { op: 'insert', assetId: 'x0', at: '2024-01-01T00:00:05.000Z' },
        { op: 'insert', assetId: 'x1', at: '2024-01-01T00:00:06.000Z' },
      ],
    });
  });

  it('overwrites what lies under it, and moves on only by the difference', () => {
    const plan = planDrop(assets(50), { type: 'after', itemId: 'b' }, 'overwrite', GROUND);
    expect(plan).toMatchObject({
      edits: [
        { op: 'insert', assetId: 'x0', afterItemId: 'b' },
        { op: 'remove', itemId: 'c' },
      ],
      shifted: 0,
      overFrames: 0,
    });
  });

  it('replaces the one item that stands there', () => {
    const plan = planDrop(assets(120), { type: 'after', itemId: 'b' }, 'replace', GROUND);
    expect(plan).toMatchObject({ edits: [{ op: 'insert' }, { op: 'remove', itemId: 'c' }], overFrames: 70 });
  });

  it('moves items, and never one behind itself', () => {
    const plan = planDrop(items('c', 'e'), { type: 'after', itemId: 'c' }, 'insert', GROUND);
    expect(plan).toMatchObject({ edits: [{ op: 'move', itemId: 'e', afterItemId: 'c' }] });
  });

  it('refuses what is past or locked, and says so', () => {
    expect(planDrop(assets(10), { type: 'at', frame: frames(99) }, 'insert', GROUND)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('too close to air'),
    });
    expect(planDrop(assets(10), { type: 'after', itemId: 'gone' }, 'insert', GROUND)).toMatchObject({ ok: false });
  });

  it('tells no over or under where no fixed start follows', () => {
    expect(planDrop(assets(10), { type: 'after', itemId: 'd' }, 'insert', GROUND)).toMatchObject({ overFrames: null, shifted: 1 });
  });
});
