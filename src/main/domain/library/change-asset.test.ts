import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import type { Asset } from './asset.ts';
import { NO_DETAILS } from './asset-details.ts';
import { type AssetChanges, changeAsset } from './change-asset.ts';
import { USUAL_FLAW_LIMITS } from './readiness.ts';

// Ten seconds at 25: frames 0 to 249.
const asset = {
  title: 'Night Train',
  kind: 'programme',
  lifecycle: 'ready',
  isApproved: true,
  details: NO_DETAILS,
  inFrame: null,
  outFrame: null,
  revision: 3,
  flaws: [],
  intendedFlaws: [],
  media: { duration: milliseconds(10_000), picture: { nominalRate: { num: 25, den: 1 }, averageRate: { num: 25, den: 1 } } },
} as unknown as Asset;

const faultOf = (changes: AssetChanges, of = asset) => {
  const result = changeAsset(of, changes, USUAL_FLAW_LIMITS);
  return result.ok ? 'ok' : result.field;
};
const changed = (changes: AssetChanges) => {
  const result = changeAsset(asset, changes, USUAL_FLAW_LIMITS);
  if (!result.ok) throw new Error(result.message);
  return result.asset;
};

describe('changeAsset', () => {
  it('changes what is named, leaves the rest, and counts the revision up', () => {
    const { title, details, revision, kind } = changed({ title: 'Day Train', series: 'Trains', year: null });
    expect([title, kind, revision]).toEqual(['Day Train', 'programme', 4]);
    expect(details).toEqual({ ...NO_DETAILS, series: 'Trains' });
  });

  it('keeps each label once, whatever its case, in the order they came', () => {
    expect(changed({ tags: ['b', 'a', 'A', 'c', 'B'] }).details.tags).toEqual(['b', 'a', 'c']);
  });

  it('wants in and out points inside the asset and in their order', () => {
    expect(faultOf({ inFrame: frames(249), outFrame: frames(250) })).toBe('ok');
    expect(faultOf({ inFrame: frames(250) })).toBe('inFrame');
    expect(faultOf({ inFrame: frames(-1) })).toBe('inFrame');
    expect(faultOf({ outFrame: frames(251) })).toBe('outFrame');
    expect(faultOf({ outFrame: frames(0) })).toBe('outFrame');
    expect(faultOf({ inFrame: frames(100), outFrame: frames(100) })).toBe('outFrame');
    expect(faultOf({ inFrame: frames(100) }, { ...asset, outFrame: frames(50) })).toBe('inFrame');
  });

  it('wants rights to begin before they end', () => {
    expect(faultOf({ rightsFrom: milliseconds(2), rightsUntil: milliseconds(1) })).toBe('rightsUntil');
    expect(faultOf({ rightsFrom: milliseconds(1), rightsUntil: milliseconds(2) })).toBe('ok');
    expect(faultOf({ rightsFrom: milliseconds(5) }, { ...asset, details: { ...NO_DETAILS, rightsUntil: milliseconds(5) } })).toBe(
      'rightsFrom',
    );
  });

  it('does not make ready by hand what has a bad file, and brings back what was retired', () => {
    expect(faultOf({ lifecycle: 'ready' }, { ...asset, lifecycle: 'new' })).toBe('lifecycle');
    expect(faultOf({ lifecycle: 'ready' }, { ...asset, lifecycle: 'retired' })).toBe('ok');
  });

  it('gives a still picture another length, and nothing else', () => {
    const still = { ...asset, media: { ...asset.media, container: 'image2' } } as Asset;
    expect(faultOf({ durationMs: milliseconds(5_000) })).toBe('durationMs');
    expect(changeAsset(still, { durationMs: milliseconds(60_000) }, USUAL_FLAW_LIMITS)).toMatchObject({
      asset: { media: { duration: 60_000 } },
    });
    expect(faultOf({ durationMs: milliseconds(999) }, still)).toBe('durationMs');
    expect(faultOf({ durationMs: milliseconds(2_000) }, { ...still, outFrame: frames(100) })).toBe('outFrame');
  });

  it('never leaves a range that is empty or outside the asset', () => {
    const point = fc.option(fc.integer({ min: -10, max: 300 }).map(frames));
    fc.assert(
      fc.property(point, point, (inFrame, outFrame) => {
        const result = changeAsset(asset, { inFrame, outFrame }, USUAL_FLAW_LIMITS);
        if (!result.ok) return;
        const [from, until] = [result.asset.inFrame ?? 0, result.asset.outFrame ?? 250];
        expect(from >= 0 && from < until && until <= 250).toBe(true);
      }),
    );
  });

  it('parts the flaws that are meant so from the others, and takes it back', () => {
    const flaw = (type: 'black' | 'silence', from: number) => ({ type, from: milliseconds(from), until: milliseconds(from + 5_000) });
    const [black, silence] = [flaw('black', 2_000), flaw('silence', 0)];
    const flawed = { ...asset, flaws: [silence, black], intendedFlaws: [] };
    const meant = changeAsset(flawed, { intendedFlaws: ['black'] }, USUAL_FLAW_LIMITS);
    expect(meant).toMatchObject({ ok: true, asset: { flaws: [silence], intendedFlaws: [black], revision: 4 } });
    if (!meant.ok) throw new Error(meant.message);
    expect(changeAsset(meant.asset, { intendedFlaws: [] }, USUAL_FLAW_LIMITS)).toMatchObject({
      asset: { flaws: [silence, black], intendedFlaws: [] },
    });
  });
});
