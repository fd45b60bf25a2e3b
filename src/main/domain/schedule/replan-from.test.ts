import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { findUnsound, type PlaylogItem } from '../playlog/index.ts';
import { plannable, planOf } from './planning.fixture.ts';
import { anyReplanningStep, NOW, replanned, replanningFaults, withPerson } from './replanning.fixture.ts';

const SECOND = 25;
const HOUR = 3600 * SECOND;
const LOCK_END = NOW + 30 * SECOND;
const CUE_END = NOW + 6 * SECOND;
const films = (count: number) => Array.from({ length: count }, (_, index) => plannable(`P${index + 10}`, 'programme', 3600));
const ids = (items: readonly PlaylogItem[]) => items.map(({ houseId }) => houseId);

describe('replanning', () => {
  it('cuts the slate on air short when the first media can air', () => {
    const items = replanned(replanned([], { assets: [] }), { assets: [plannable('A', 'programme', 60)] });
    expect(items[0]).toMatchObject({ assetId: null, durationFrames: CUE_END - NOW });
    expect(items[1]).toMatchObject({ houseId: 'A', startFrame: CUE_END });
    expect(findUnsound(items)).toBeNull();
  });

  it('lets a live input that another plan names take the place of slate that is on air', () => {
    const allDay = { id: 'live', name: 'Live', when: { type: 'dates', dates: ['2024-01-01'] }, from: '06:00', to: '06:00' };
    const plan = planOf({ dayparts: [{ ...allDay, selection: { type: 'live', inputId: 'studio' } }] });
    const items = replanned(replanned([], { assets: [] }), { assets: [], plan, isPlanNew: true });
    expect(items[0]).toMatchObject({ assetId: null, inputId: null, durationFrames: LOCK_END - NOW });
    expect(items[1]).toMatchObject({ title: 'Studio', inputId: 'studio', startFrame: LOCK_END });
    expect(findUnsound(items)).toBeNull();
  });

  it('airs newcomers in place of repeats, but changes nothing inside the lock window', () => {
    const library = [plannable('A', 'programme', 20), plannable('B', 'programme', 20)];
    const before = replanned([], { assets: library });
    const after = replanned(before, { assets: [...library, plannable('C', 'programme', 20)] });
    const firstOther = after.findIndex((item, index) => item.houseId !== before[index]?.houseId);
    expect(after[firstOther]?.startFrame).toBeGreaterThanOrEqual(LOCK_END);
    expect(after[firstOther]?.startFrame).toBeLessThan(LOCK_END + 20 * SECOND);
    expect(ids(after).slice(firstOther, firstOther + 3)).toEqual(['C', 'A', 'B']);
  });

  it('airs a newcomer as soon as it can be cued when one item only repeats itself', () => {
    const items = replanned(replanned([], { assets: [plannable('A', 'programme', 10)] }), {
      assets: [plannable('A', 'programme', 10), plannable('B', 'programme', 10)],
    });
    expect(ids(items).slice(0, 4)).toEqual(['A', 'B', 'A', 'B']);
  });

  it('airs the first programme as soon as it can be cued', () => {
    const bumpers = [plannable('B1', 'bumper', 5), plannable('B2', 'bumper', 5)];
    const items = replanned(replanned([], { assets: bumpers }), { assets: [...bumpers, plannable('P', 'programme', 60)] });
    expect(items.find(({ houseId }) => houseId === 'P')).toMatchObject({ startFrame: NOW + 10 * SECOND });
  });

  it('lets a newcomer in after an hour, where nothing that stands before it is a makeshift', () => {
    const rich = films(40);
    const before = replanned([], { assets: rich });
    const after = replanned(before, { assets: [...rich, plannable('NEW', 'programme', 1800)] });
    const arrival = after.find(({ houseId }) => houseId === 'NEW');
    expect(arrival?.startFrame).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(arrival?.startFrame).toBeLessThanOrEqual(NOW + 2 * HOUR);
    expect(after.slice(0, 1)).toEqual(before.slice(0, 1));
  });

  it('puts in the break after a programme that stands when the first spots come', () => {
    const rich = films(40);
    const before = replanned([], { assets: rich });
    const after = replanned(before, { assets: [...rich, plannable('S', 'commercial', 20)] });
    expect(ids(after).slice(0, 3)).toEqual([before[0]?.houseId, 'S', before[1]?.houseId]);
  });

  it('puts no break of its own after what a person placed', () => {
    const rich = films(4);
    const before = withPerson(replanned([], { assets: rich }), frames(NOW + HOUR));
    const after = replanned(before, { assets: [...rich, plannable('S', 'commercial', 20)], now: frames(NOW + HOUR + SECOND) });
    expect(ids(after).slice(1, 5)).toEqual([before[1]?.houseId, before[2]?.houseId, 'S', before[3]?.houseId]);
  });

  it('replaces what may not air any more', () => {
    const items = replanned([], { assets: [plannable('A', 'programme', 60), plannable('B', 'programme', 60)] });
    const after = replanned(items, { assets: [plannable('A', 'programme', 60)] });
    expect(new Set(after.filter(({ startFrame }) => startFrame >= LOCK_END).map(({ houseId }) => houseId))).toEqual(new Set(['A']));
  });

  it('starts again at once when the station was away for longer than the plan', () => {
    const old = replanned([], { assets: [plannable('A', 'programme', 60)] });
    const later = frames(NOW + 48 * HOUR);
    expect(replanned(old, { assets: [plannable('A', 'programme', 60)], now: later }).some(({ startFrame }) => startFrame === later)).toBe(
      true,
    );
  });
});

describe('replanning, whatever comes and goes', () => {
  it('keeps the playlog sound, long enough and settled, moves nothing in the lock window, and leaves alone what a person placed', () => {
    const anySteps = fc.array(anyReplanningStep, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anySteps, (steps) => {
        expect(replanningFaults(steps)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('does so when the first media come while slate that a person placed is not far', () => {
    const empty = { seconds: [], wait: 0, plan: 'default' as const, hasInput: true, placeAt: null };
    expect(replanningFaults([empty, { ...empty, placeAt: 6601 }, { ...empty, seconds: [60], wait: 7195 }])).toEqual([]);
  });

  it('does so when a newcomer has the break planned anew that a programme of one daypart airs where the next one begins', () => {
    const step = { plan: 'live' as const, hasInput: true, placeAt: null };
    expect(replanningFaults([{ ...step, seconds: [1200, 0, 8, 1200, 0, 181], wait: 2601 }])).toEqual([]);
  });

  it('does so when a newcomer that nothing asks for comes with another plan', () => {
    const step = { wait: 0, plan: 'default' as const, hasInput: true, placeAt: null };
    expect(
      replanningFaults([
        { ...step, seconds: [11, 8, 15] },
        { ...step, seconds: [11, 60, 8], wait: 6283, plan: 'other' },
      ]),
    ).toEqual([]);
  });
});
