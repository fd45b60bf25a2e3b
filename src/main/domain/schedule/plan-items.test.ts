import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSET_KINDS, type AssetKind } from '../../../shared/contract/asset-kind.ts';
import { frames, milliseconds, msToFrames, parseFrameRate } from '../../../shared/time/index.ts';
import { endFrame, findUnsound } from '../playlog/index.ts';
import { type PlanRequest, planItems } from './plan-items.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

const RATE = parseFrameRate('25/1');
const DAY = frames(25 * 86_400);

function asset(houseId: string, kind: AssetKind, seconds: number, lastPlayFrame: number | null = null): SchedulableAsset {
  const lastPlay = lastPlayFrame === null ? null : frames(lastPlayFrame);
  return { id: `id-${houseId}`, kind, title: houseId, houseId, durationMs: milliseconds(seconds * 1000), lastPlayFrame: lastPlay };
}

function request(assets: readonly SchedulableAsset[], changes: Partial<PlanRequest> = {}): PlanRequest {
  return {
    assets,
    from: frames(1000),
    until: frames(1000 + DAY),
    after: null,
    rate: RATE,
    shortest: milliseconds(500),
    cooldown: milliseconds(86_400_000),
    atMost: 1_000_000,
    ...changes,
  };
}

const titles = (items: readonly { readonly title: string }[]) => items.map((item) => item.title);

describe('planItems', () => {
  it('airs the programme that was played longest ago, ties by house ID', () => {
    const library = [
      asset('C', 'programme', 60),
      asset('B', 'programme', 60, 10),
      asset('A', 'programme', 60, 20),
      asset('D', 'programme', 60),
    ];
    expect(titles(planItems(request(library, { until: frames(1000 + 6 * 1500) })))).toEqual(['C', 'D', 'B', 'A', 'C', 'D']);
  });

  it('puts a break between programmes: bumper, two spots, promo, station ID, bumper', () => {
    const library = [
      asset('P1', 'programme', 60),
      asset('P2', 'programme', 60),
      asset('S1', 'commercial', 20),
      asset('S2', 'commercial', 20),
      asset('S3', 'commercial', 20),
      asset('B1', 'bumper', 3),
      asset('B2', 'bumper', 3),
      asset('R1', 'promo', 10),
      asset('I1', 'station-id', 5),
    ];
    const planned = titles(planItems(request(library, { until: frames(1000 + 3 * 1500) })));
    expect(planned).toEqual(['P1', 'B1', 'S1', 'S2', 'R1', 'I1', 'B2', 'P2', 'B1', 'S3', 'S1', 'R1', 'I1', 'B2']);
  });

  it('never airs a spot twice in one break', () => {
    const library = [asset('P1', 'programme', 60), asset('S1', 'commercial', 20)];
    expect(titles(planItems(request(library, { until: frames(1000 + 2 * 1500) })))).toEqual(['P1', 'S1', 'P1', 'S1']);
  });

  it('makes no break out of bumpers alone', () => {
    const library = [asset('P1', 'programme', 60), asset('B1', 'bumper', 3)];
    expect(titles(planItems(request(library, { until: frames(1000 + 2 * 1500) })))).toEqual(['P1', 'P1']);
  });

  it('begins with the break when a programme ends where the stretch begins', () => {
    const library = [asset('P1', 'programme', 60), asset('S1', 'commercial', 20)];
    expect(titles(planItems(request(library, { after: 'programme', until: frames(1000 + 1500) })))).toEqual(['S1', 'P1', 'S1']);
  });

  it('airs whatever there is when there is no programme', () => {
    const library = [asset('R1', 'promo', 10), asset('F1', 'filler', 30)];
    expect(titles(planItems(request(library, { until: frames(1000 + 1500) })))).toEqual(['F1', 'R1', 'F1']);
  });

  it('airs blocks of the generated slate when the library is empty', () => {
    const items = planItems(request([]));
    expect(items.every((item) => item.assetId === null && item.kind === 'slate')).toBe(true);
    expect(items).toHaveLength(144);
  });

  it('refuses what is too short and says so', () => {
    const [first] = planItems(request([asset('P1', 'programme', 60), asset('P0', 'programme', 0.03)]));
    expect(first?.title).toBe('P1');
    expect(first?.explanation).toMatchObject({
      rule: 'Least recent programme',
      candidateCount: 2,
      refused: [{ assetId: 'id-P0', reason: 'Too short to air' }],
    });
  });

  it('marks a programme that comes again within the cooldown as a makeshift', () => {
    const items = planItems(request([asset('P1', 'programme', 60), asset('P2', 'programme', 60)], { until: frames(1000 + 3 * 1500) }));
    expect(items.map((item) => item.explanation.relaxed !== null)).toEqual([false, false, true]);
  });

  it('goes on in turn when it is asked for the next stretch', () => {
    const library = [asset('A', 'programme', 60), asset('B', 'programme', 45), asset('C', 'programme', 30), asset('S', 'commercial', 10)];
    const whole = planItems(request(library));
    const half = planItems(request(library, { until: frames(1000 + DAY / 2) }));
    const lastPlays = new Map(half.map((item) => [item.assetId, item.startFrame]));
    const after = half.map((item) => endFrame(item)).at(-1) ?? frames(0);
    const remembered = library.map((one) => ({ ...one, lastPlayFrame: lastPlays.get(one.id) ?? null }));
    const rest = planItems(request(remembered, { from: after }));
    expect(titles([...half, ...rest])).toEqual(titles(whole));
  });

  it('plans 48 hours from a few hundred assets without a gap', () => {
    const library = Array.from({ length: 400 }, (_, index) => asset(`H${index}`, index % 4 === 0 ? 'commercial' : 'programme', 20 + index));
    const items = planItems(request(library, { until: frames(1000 + 2 * DAY) }));
    expect(findUnsound(items)).toBeNull();
  });
});

const anyAsset = fc.record({
  kind: fc.constantFrom(...ASSET_KINDS),
  seconds: fc.double({ min: 0, max: 5000, noNaN: true }),
  lastPlay: fc.option(fc.integer({ min: 0, max: 900 })),
});
const anyLibrary = fc
  .array(anyAsset, { maxLength: 12 })
  .map((drafts) => drafts.map((draft, index) => asset(`H${index}`, draft.kind, draft.seconds, draft.lastPlay)));
const anyRate = fc.constantFrom('25/1', '30000/1001', '30/1', '50/1', '60000/1001', '60/1').map(parseFrameRate);

describe('planItems, whatever the library', () => {
  it('fills the stretch without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyLibrary, anyRate, fc.option(fc.constantFrom(...ASSET_KINDS)), (assets, rate, after) => {
        const until = frames(1000 + msToFrames(milliseconds(4 * 3_600_000), rate));
        const items = planItems(request(assets, { rate, after, until }));
        expect(items[0]?.startFrame).toBe(1000);
        expect(findUnsound(items)).toBeNull();
        expect(items.map(endFrame).at(-1)).toBeGreaterThanOrEqual(until);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same items for the same library in any order', () => {
    fc.assert(
      fc.property(anyLibrary, (assets) => {
        const until = frames(1000 + 25 * 7200);
        const backwards = planItems(request([...assets].reverse(), { until }));
        expect(titles(backwards)).toEqual(titles(planItems(request(assets, { until }))));
      }),
      { numRuns: 60 },
    );
  });

  it('gives every programme its turn before one comes again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (count) => {
        const library = Array.from({ length: count }, (_, index) => asset(`H${index}`, 'programme', 60 + index));
        const items = planItems(request(library, { until: frames(1000 + 25 * 3600) }));
        for (const [index, item] of items.entries()) {
          const since = items.slice(Math.max(0, index - count + 1), index);
          expect(titles(since)).not.toContain(item.title);
        }
      }),
      { numRuns: 20 },
    );
  });
});
