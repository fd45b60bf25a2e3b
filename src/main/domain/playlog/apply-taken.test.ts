import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { adoptAired, applyTaken, findUnsound, type PlaylogItem, type TakenChange, toRundown } from './index.ts';
import { playlogItem as item } from './playlog-item.fixture.ts';

/** The items after a change, as the repository writes it. */
function apply(items: readonly PlaylogItem[], change: TakenChange): readonly PlaylogItem[] {
  const { shortened, removed, slid } = change;
  return items
    .filter((one) => !removed.includes(one.id))
    .map((one) => (one.id === shortened?.id ? { ...one, durationFrames: shortened.durationFrames } : one))
    .map((one) => {
      const isSlid = one.startFrame >= slid.from && one.startFrame < slid.until;
      return isSlid ? { ...one, startFrame: frames(one.startFrame - slid.by) } : one;
    });
}

const places = (items: readonly PlaylogItem[]) => items.map((one) => [one.id, one.startFrame, one.durationFrames]);

describe('applyTaken', () => {
  it('cuts the item on air and slides what follows up to the next fixed start', () => {
    const items = [item('a', 0, 100), item('b', 100, 50), item('c', 150, 50), item('d', 200, 50, 'fixed'), item('e', 250, 50)];
    const change = applyTaken(items, { frame: frames(40), itemId: 'b' });
    expect(change && places(apply(items, change))).toEqual([
      ['a', 0, 40],
      ['b', 40, 50],
      ['c', 90, 50],
      ['d', 200, 50],
      ['e', 250, 50],
    ]);
  });

  it('drops an item that was taken over on its first frame', () => {
    const items = [item('a', 0, 100), item('b', 100, 50)];
    const change = applyTaken(items, { frame: frames(0), itemId: 'b' });
    expect(change?.removed).toEqual(['a']);
    expect(change && places(apply(items, change))).toEqual([['b', 0, 50]]);
  });

  it('knows nothing of a take of an item that the playlog does not have next', () => {
    const items = [item('a', 0, 100), item('b', 100, 50)];
    expect(applyTaken(items, { frame: frames(40), itemId: 'x' })).toBeNull();
  });

  it('leaves the playlog sound whenever the take comes', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.nat(), (durations, place) => {
        let at = 0;
        const items = durations.map((length, index) => {
          at += length;
          return item(`i${index}`, at - length, length);
        });
        const frame = frames(place % (at - (durations.at(-1) ?? 0)));
        const next = items.find((one) => one.startFrame > frame);
        const change = applyTaken(items, { frame, itemId: next?.id ?? '' });
        const after = change === null ? [] : apply(items, change);
        expect(findUnsound(after)).toBeNull();
        expect(after.find((one) => one.id === next?.id)).toMatchObject({ startFrame: frame, durationFrames: next?.durationFrames });
      }),
    );
  });
});

describe('toRundown', () => {
  it('puts the files into the items, and slate where there is none', () => {
    const media = new Map([['asset-a', { path: '/media/a.mp4', hasPicture: true, hasSound: false, gainDb: -3 as never }]]);
    const rundown = toRundown({ revision: 7, items: [{ ...item('a', 10, 5), inFrame: 4 as Frames }, item('b', 15, 5)], media, filler: [] });
    expect(rundown.revision).toBe(7);
    expect(rundown.items.map((one) => one.source)).toEqual([
      { type: 'file', path: '/media/a.mp4', inFrame: 4, hasPicture: true, hasSound: false, gainDb: -3 },
      { type: 'slate' },
    ]);
    expect(rundown.items[0]).toMatchObject({ id: 'a', startFrame: 10, durationFrames: 5, title: 'a', assetId: 'asset-a' });
  });
});

describe('adoptAired', () => {
  it('makes an item of the playlog of what the engine aired', () => {
    const [aired] = toRundown({ revision: 1, items: [item('a', 10, 5)], media: new Map(), filler: [] }).items;
    expect(aired && adoptAired(aired, frames(12))).toMatchObject({
      id: 'a',
      startFrame: 12,
      durationFrames: 3,
      status: 'on-air',
      assetId: 'asset-a',
    });
  });
});
