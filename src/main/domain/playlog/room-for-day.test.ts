import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { endFrame, NO_ORIGIN, type PlaylogItem } from './index.ts';
import { roomForDay } from './room-for-day.ts';

const explanation = { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null };
const NEUTRAL = { kind: 'programme', inputId: null, inFrame: frames(0), startMode: 'follow', status: 'planned' } as const;

function item(id: string, startFrame: number, length: number, origin: Partial<PlaylogItem['origin']> = {}): PlaylogItem {
  const place = { startFrame: frames(startFrame), durationFrames: frames(length) };
  return { ...NEUTRAL, id, title: id, houseId: id, assetId: id, explanation, ...place, origin: { ...NO_ORIGIN, ...origin } };
}
const ids = (items: readonly PlaylogItem[]) => items.map(({ id }) => id);
const room = (standing: readonly PlaylogItem[], ...items: readonly PlaylogItem[]) => roomForDay(standing, items, frames(100), frames(200));

describe('room for a day', () => {
  it('lets what began before the day end by itself, unless the first item starts sooner', () => {
    const standing = [item('a', 0, 80), item('b', 80, 50), item('c', 130, 100), item('d', 230, 50)];
    expect(room(standing, item('new', 150, 20))).toMatchObject({ from: 130, until: 230, gaveWay: [] });
    const cut = room(standing, item('new', 110, 20));
    expect(cut.before.at(-1)).toMatchObject({ id: 'b', durationFrames: 30 });
    expect(cut.from).toBe(110);
  });

  it('takes the time of an item that the first one stands on, a frame before the day', () => {
    const standing = [item('a', 0, 99), item('b', 99, 50), item('c', 149, 61), item('d', 210, 50)];
    expect(room(standing, item('new', 99, 20))).toMatchObject({ before: [{ id: 'a', durationFrames: 99 }], from: 99, until: 210 });
  });

  it('keeps what comes after the day, except the rest of a programme whose beginning went', () => {
    const standing = [
      item('a', 0, 150),
      item('p1', 150, 60, { airingId: 'p' }),
      item('spot', 210, 10),
      item('p2', 220, 30, { airingId: 'p' }),
    ];
    const found = room([...standing, item('e', 250, 50)], item('new', 110, 10));
    expect([ids(found.behind), found.until]).toEqual([['e'], 250]);
    expect(room(standing, item('new', 110, 120))).toMatchObject({ behind: [], until: 230 });
  });

  it('keeps what people placed on the day and nothing touches, and tells what has to go', () => {
    const jo = { placedBy: 'jo' };
    const standing = [item('a', 0, 120), item('far', 120, 20, jo), item('b', 140, 10), item('near', 150, 20, jo), item('c', 170, 80)];
    const found = room(standing, item('new', 160, 20));
    expect([ids(found.placed), ids(found.gaveWay)]).toEqual([['far', 'new'], ['near']]);
  });

  it('whatever stands there: nothing before the day changes but its last end, and what is placed lies within the room', () => {
    const lengths = fc.array(fc.record({ length: fc.integer({ min: 1, max: 60 }), isPlaced: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(lengths, fc.array(fc.integer({ min: 0, max: 119 }), { minLength: 1, maxLength: 5 }), (parts, starts) => {
        let at = 0;
        const standing = parts.map(({ length, isPlaced }, index) => {
          const one = item(`s${index}`, at, length, { placedBy: isPlaced ? 'jo' : null });
          at += length;
          return one;
        });
        const items = [...new Set(starts)].sort((a, b) => a - b).map((start) => item(`n${start}`, 100 + start, 1));
        const { before, placed, behind, from, until, gaveWay } = room(standing, ...items);
        expect(ids(before)).toEqual(ids(standing.filter(({ startFrame }) => startFrame < 100)));
        for (const [index, one] of placed.entries()) {
          expect(one.startFrame).toBeGreaterThanOrEqual(from);
          expect(endFrame(one)).toBeLessThanOrEqual(placed[index + 1]?.startFrame ?? until);
        }
        const people = ids(standing.filter(({ origin, startFrame }) => startFrame >= 100 && origin.placedBy !== null));
        expect(new Set([...ids(placed), ...ids(behind), ...ids(gaveWay)])).toEqual(new Set([...people, ...ids(items), ...ids(behind)]));
      }),
      { numRuns: 60 },
    );
  });
});
