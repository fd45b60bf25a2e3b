import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import { type Frames, frames, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import { endFrame, findUnsound, type PlaylogItem } from '../playlog/index.ts';
import { type PlaylogChange, planAhead } from './plan-ahead.ts';
import { DEFAULT_PLAN_RULES } from './plan-rules.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

const RATE = parseFrameRate('25/1');
const NOW = frames(10_000);
const LOCK_END = NOW + 30 * 25;
const CUE_END = NOW + 6 * 25;

function asset(houseId: string, seconds: number, kind: AssetKind = 'programme'): SchedulableAsset {
  return { id: houseId, kind, title: houseId, houseId, durationMs: milliseconds(seconds * 1000), lastPlayFrame: null };
}

function plan(items: readonly PlaylogItem[], assets: readonly SchedulableAsset[], now: Frames = NOW): PlaylogChange | null {
  const upcoming = items.filter((item) => endFrame(item) > now);
  return planAhead({ items: upcoming, assets, now, rate: RATE, rules: DEFAULT_PLAN_RULES });
}

/** The playlog after a change, as the application writes it. */
function apply(items: readonly PlaylogItem[], change: PlaylogChange | null): readonly PlaylogItem[] {
  if (change === null) return items;
  const kept = items
    .filter((item) => item.startFrame < change.replaceFrom)
    .map((item) => (item.id === change.shortened?.id ? { ...item, durationFrames: change.shortened.durationFrames } : item));
  return [...kept, ...change.added.map((item) => ({ ...item, id: `at-${item.startFrame}`, status: 'planned' as const }))];
}

describe('planAhead', () => {
  it('plans a first day from the frame that is on air', () => {
    const items = apply([], plan([], [asset('A', 60)]));
    expect(items[0]?.startFrame).toBe(NOW);
    expect(items.map(endFrame).at(-1)).toBeGreaterThanOrEqual(NOW + 24 * 3600 * 25);
  });

  it('leaves a playlog alone that is long enough', () => {
    const assets = [asset('A', 60), asset('B', 90)];
    const items = apply([], plan([], assets));
    expect(plan(items, assets)).toBeNull();
    expect(plan(items, assets, frames(NOW + 30 * 60 * 25))).toBeNull();
  });

  it('adds to the end when less than a day is left', () => {
    const assets = [asset('A', 60), asset('B', 90)];
    const items = apply([], plan([], assets));
    const later = frames(NOW + 2 * 3600 * 25);
    const change = plan(items, assets, later);
    expect(change?.replaceFrom).toBe(items.map(endFrame).at(-1));
    expect(apply(items, change).map(endFrame).at(-1)).toBeGreaterThanOrEqual(later + 24 * 3600 * 25);
  });

  it('cuts the slate on air short when the first media can air', () => {
    const slates = apply([], plan([], []));
    const items = apply(slates, plan(slates, [asset('A', 60)]));
    expect(items[0]).toMatchObject({ assetId: null, durationFrames: CUE_END - NOW });
    expect(items[1]).toMatchObject({ assetId: 'A', startFrame: CUE_END });
    expect(findUnsound(items)).toBeNull();
  });

  it('airs newcomers in place of repeats, but changes nothing inside the lock window', () => {
    const items = apply([], plan([], [asset('A', 20), asset('B', 20)]));
    const change = plan(items, [asset('A', 20), asset('B', 20), asset('C', 20)]);
    expect(change?.replaceFrom).toBeGreaterThanOrEqual(LOCK_END);
    expect(change?.replaceFrom).toBeLessThan(LOCK_END + 20 * 25);
    expect(change?.added.slice(0, 3).map((item) => item.assetId)).toEqual(['C', 'A', 'B']);
  });

  it('airs a newcomer as soon as it can be cued when one item only repeats itself', () => {
    const items = apply([], plan([], [asset('A', 10)]));
    const change = plan(items, [asset('A', 10), asset('B', 10)]);
    expect(change?.replaceFrom).toBe(NOW + 10 * 25);
    expect(change?.added.slice(0, 3).map((item) => item.assetId)).toEqual(['B', 'A', 'B']);
  });

  it('airs the first programme as soon as it can be cued', () => {
    const bumpers = [asset('B1', 5, 'bumper'), asset('B2', 5, 'bumper')];
    const items = apply([], plan([], bumpers));
    const change = plan(items, [...bumpers, asset('P', 60)]);
    expect(change).toMatchObject({ replaceFrom: NOW + 10 * 25, shortened: null });
    expect(change?.added[0]?.assetId).toBe('P');
  });

  it('starts at the earliest of what newcomers may replace', () => {
    const library = [asset('A', 20), asset('B', 20)];
    const items = apply([], plan([], library));
    const last = items.at(-1) as PlaylogItem;
    const repeated = [...items, { ...last, id: 'repeat', startFrame: endFrame(last) }];
    expect(plan(repeated, [...library, asset('C', 20)])?.replaceFrom).toBeLessThan(LOCK_END + 20 * 25);
  });

  it('lets a plan without repeats stand and airs newcomers after it', () => {
    const rich = Array.from({ length: 40 }, (_, index) => asset(`P${index + 10}`, 3600));
    const items = apply([], plan([], rich));
    expect(plan(items, [...rich, asset('NEW', 3600)])).toBeNull();
  });

  it('puts in breaks when the first spots come, although the programmes stand', () => {
    const rich = Array.from({ length: 40 }, (_, index) => asset(`P${index + 10}`, 3600));
    const items = apply([], plan([], rich));
    const change = plan(items, [...rich, asset('S', 20, 'commercial')]);
    expect(change?.added[0]?.assetId).toBe('S');
  });

  it('replaces what may not air any more', () => {
    const items = apply([], plan([], [asset('A', 60), asset('B', 60)]));
    const change = plan(items, [asset('A', 60)]);
    expect(change?.added.every((item) => item.assetId === 'A')).toBe(true);
  });

  it('starts again at once when the station was away for longer than the plan', () => {
    const old = apply([], plan([], [asset('A', 60)]));
    const later = frames(NOW + 48 * 3600 * 25);
    expect(plan(old, [asset('A', 60)], later)?.replaceFrom).toBe(later);
  });

  it('keeps the playlog sound whatever comes and goes', () => {
    const step = fc.record({
      // Not one of a second or two alone: a day of those is more than one run plans.
      seconds: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 20, max: 4000 })), { maxLength: 5 }),
      wait: fc.integer({ min: 0, max: 90_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        let now: number = NOW;
        let items: readonly PlaylogItem[] = [];
        for (const { seconds, wait } of steps) {
          now += wait * 25;
          const assets = seconds.map((length, index) => asset(`H${index}-${length}`, length, index % 2 ? 'promo' : 'programme'));
          items = apply(items, plan(items, assets, frames(now))).filter((item) => endFrame(item) > now);
          expect(findUnsound(items)).toBeNull();
          expect(items[0]?.startFrame).toBeLessThanOrEqual(now);
          expect(plan(items, assets, frames(now))).toBeNull();
        }
      }),
      { numRuns: 40 },
    );
  });
});
