import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/contract/plan.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, findUnsound, type PlaylogItem } from '../playlog/index.ts';
import { defaultPlan } from './default-plan.ts';
import { DEFAULT_PLAN_RULES } from './plan-rules.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import { kept, plannable, planned, planOf, TEST_RATE } from './planning.fixture.ts';
import { changeOf, replanFrom } from './replan-from.ts';

const DEFAULT_PLAN = defaultPlan('UTC');
const NOW = frames(1_000_000);
const SECOND = 25;
const HOUR = 3600 * SECOND;
/** Short of two days, so that many runs take no time. */
const AHEAD = 12 * HOUR;
const LOCK_END = NOW + 30 * SECOND;
const CUE_END = NOW + 6 * SECOND;
const films = (count: number) => Array.from({ length: count }, (_, index) => plannable(`P${index + 10}`, 'programme', 3600));

interface Step {
  readonly assets: readonly PlannableAsset[];
  readonly now?: Frames;
  readonly plan?: Plan;
  readonly isPlanNew?: boolean;
}

/** One run of the planner, as the application drives it: what it leaves in the playlog from now on. */
function run(items: readonly PlaylogItem[], { assets, now = NOW, plan = DEFAULT_PLAN, isPlanNew = false }: Step): readonly PlaylogItem[] {
  const standing = items.filter((item) => endFrame(item) > now);
  const plays = new Map(items.filter(({ startFrame }) => startFrame < now).map(({ assetId, startFrame }) => [assetId, startFrame]));
  const current = assets.map((asset) => ({ ...asset, lastPlayFrame: plays.get(asset.id) ?? asset.lastPlayFrame }));
  const why = { isPlanNew, isLibraryNew: true };
  const from = replanFrom({ items: standing, assets: current, plan, now, rate: TEST_RATE, rules: DEFAULT_PLAN_RULES, ...why });
  const until = frames(now + AHEAD);
  if (from > until) return standing;
  const before = standing.filter(({ startFrame }) => startFrame < from);
  const placed = standing.filter(({ startFrame, origin }) => startFrame >= from && origin.placedBy !== null);
  const counted = current.map((asset) => {
    const last = before.findLast(({ assetId }) => assetId === asset.id)?.startFrame ?? asset.lastPlayFrame;
    return { ...asset, lastPlayFrame: last };
  });
  const change = changeOf(standing, from, planned({ plan, assets: counted, from, until, before, placed }));
  if (change === null) return standing;
  const left = standing.map((item) =>
    item.id === change.shortened?.id ? { ...item, durationFrames: change.shortened.durationFrames } : item,
  );
  return [...left.filter(({ startFrame }) => startFrame < change.replaceFrom), ...kept(change.added)];
}
const ids = (items: readonly PlaylogItem[]) => items.map(({ houseId }) => houseId);

describe('replanning', () => {
  it('cuts the slate on air short when the first media can air', () => {
    const items = run(run([], { assets: [] }), { assets: [plannable('A', 'programme', 60)] });
    expect(items[0]).toMatchObject({ assetId: null, durationFrames: CUE_END - NOW });
    expect(items[1]).toMatchObject({ houseId: 'A', startFrame: CUE_END });
    expect(findUnsound(items)).toBeNull();
  });

  it('airs newcomers in place of repeats, but changes nothing inside the lock window', () => {
    const library = [plannable('A', 'programme', 20), plannable('B', 'programme', 20)];
    const before = run([], { assets: library });
    const after = run(before, { assets: [...library, plannable('C', 'programme', 20)] });
    const firstOther = after.findIndex((item, index) => item.houseId !== before[index]?.houseId);
    expect(after[firstOther]?.startFrame).toBeGreaterThanOrEqual(LOCK_END);
    expect(after[firstOther]?.startFrame).toBeLessThan(LOCK_END + 20 * SECOND);
    expect(ids(after).slice(firstOther, firstOther + 3)).toEqual(['C', 'A', 'B']);
  });

  it('airs a newcomer as soon as it can be cued when one item only repeats itself', () => {
    const items = run(run([], { assets: [plannable('A', 'programme', 10)] }), {
      assets: [plannable('A', 'programme', 10), plannable('B', 'programme', 10)],
    });
    expect(ids(items).slice(0, 4)).toEqual(['A', 'B', 'A', 'B']);
  });

  it('airs the first programme as soon as it can be cued', () => {
    const bumpers = [plannable('B1', 'bumper', 5), plannable('B2', 'bumper', 5)];
    const items = run(run([], { assets: bumpers }), { assets: [...bumpers, plannable('P', 'programme', 60)] });
    expect(items.find(({ houseId }) => houseId === 'P')).toMatchObject({ startFrame: NOW + 10 * SECOND });
  });

  it('lets a newcomer in after an hour, where nothing that stands before it is a makeshift', () => {
    const rich = films(40);
    const before = run([], { assets: rich });
    const after = run(before, { assets: [...rich, plannable('NEW', 'programme', 1800)] });
    const arrival = after.find(({ houseId }) => houseId === 'NEW');
    expect(arrival?.startFrame).toBeGreaterThanOrEqual(NOW + HOUR);
    expect(arrival?.startFrame).toBeLessThanOrEqual(NOW + 2 * HOUR);
    expect(after.slice(0, 1)).toEqual(before.slice(0, 1));
  });

  it('puts in the break after a programme that stands when the first spots come', () => {
    const rich = films(40);
    const before = run([], { assets: rich });
    const after = run(before, { assets: [...rich, plannable('S', 'commercial', 20)] });
    expect(ids(after).slice(0, 3)).toEqual([before[0]?.houseId, 'S', before[1]?.houseId]);
  });

  it('replaces what may not air any more', () => {
    const items = run([], { assets: [plannable('A', 'programme', 60), plannable('B', 'programme', 60)] });
    const after = run(items, { assets: [plannable('A', 'programme', 60)] });
    expect(new Set(after.filter(({ startFrame }) => startFrame >= LOCK_END).map(({ houseId }) => houseId))).toEqual(new Set(['A']));
  });

  it('starts again at once when the station was away for longer than the plan', () => {
    const old = run([], { assets: [plannable('A', 'programme', 60)] });
    const later = frames(NOW + 48 * HOUR);
    expect(run(old, { assets: [plannable('A', 'programme', 60)], now: later })[0]?.startFrame).toBe(later);
  });
});

const anyStep = fc.record({
  seconds: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 8, max: 40 }), fc.integer({ min: 60, max: 4000 })), { maxLength: 6 }),
  wait: fc.integer({ min: 0, max: 20_000 }),
  isPlanNew: fc.boolean(),
  placeAt: fc.option(fc.integer({ min: 60, max: 30_000 }), { nil: null }),
});
const libraryOf = (seconds: readonly number[]) =>
  seconds.flatMap((length, index) =>
    length === 0 ? [] : [plannable(`H${index}-${length}`, index % 3 === 2 ? 'promo' : 'programme', length)],
  );

/** The playlog with an item that a person put over the one at a frame, as an edit leaves it. */
function withPerson(items: readonly PlaylogItem[], at: Frames): readonly PlaylogItem[] {
  const index = items.findIndex((item) => item.startFrame <= at && endFrame(item) > at);
  const item = items[index];
  if (item === undefined || item.startFrame < at) return items;
  return items.with(index, { ...item, id: `jo-${at}`, startMode: 'fixed', origin: { ...item.origin, airingId: null, placedBy: 'jo' } });
}

describe('replanning, whatever comes and goes', () => {
  it('keeps the playlog sound, long enough and settled, moves nothing in the lock window, and leaves alone what a person placed', () => {
    const other = planOf({ seed: 'other', dayparts: [{ ...DEFAULT_PLAN.dayparts[0], selection: { type: 'random' }, breaks: null }] });
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 5 }), (steps) => {
        let now: number = NOW;
        let plan = DEFAULT_PLAN;
        let items: readonly PlaylogItem[] = [];
        for (const { seconds, wait, isPlanNew, placeAt } of steps) {
          now += wait * SECOND;
          const step = { assets: libraryOf(seconds), now: frames(now), isPlanNew };
          if (isPlanNew) plan = plan === other ? DEFAULT_PLAN : other;
          const start = items.find(({ startFrame }) => placeAt !== null && startFrame >= now + placeAt * SECOND)?.startFrame;
          if (start !== undefined) items = withPerson(items, start);
          const after = run(items, { ...step, plan });
          expect(findUnsound(after)).toBeNull();
          expect(after[0]?.startFrame).toBeLessThanOrEqual(now);
          expect(endFrame(after.at(-1) as PlaylogItem)).toBeGreaterThanOrEqual(now + AHEAD);
          expect(movedInLock(items, after, now)).toEqual([]);
          for (const person of items) if (person.origin.placedBy !== null && endFrame(person) > now) expect(after).toContainEqual(person);
          expect(run(after, { ...step, plan, isPlanNew: false })).toEqual(after);
          items = after;
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** What stood in the lock window and is not there any more. Slate and what only repeats the item before it make way as soon as something can be cued. */
function movedInLock(before: readonly PlaylogItem[], after: readonly PlaylogItem[], now: number): readonly PlaylogItem[] {
  const lockEnd = now + 30 * SECOND;
  const isStopgap = (item: PlaylogItem, index: number) => item.assetId === null || item.assetId === before[index - 1]?.assetId;
  const stopgap = before.findIndex((item, index) => item.startFrame >= now + 6 * SECOND && isStopgap(item, index));
  const standsIn = before.every(({ kind }) => kind !== 'programme');
  const firm = before.slice(0, stopgap < 0 || standsIn ? (standsIn ? 0 : before.length) : stopgap);
  const there = new Map(after.map((item) => [item.id, item]));
  return firm.filter((item) => {
    const isInLock = endFrame(item) > now && item.startFrame < lockEnd && item.assetId !== null;
    const same = there.get(item.id);
    return isInLock && (same?.durationFrames !== item.durationFrames || same.assetId !== item.assetId);
  });
}
