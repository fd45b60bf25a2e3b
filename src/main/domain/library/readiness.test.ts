import { describe, expect, it } from 'vitest';
import { frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { type Asset, badgesOf, changeAsset, type Flaw, NO_DETAILS, USUAL_FLAW_LIMITS, validated } from './index.ts';

const NOW = milliseconds(0);
const rate = { num: 25, den: 1 };

// Ten minutes at 25 frames a second.
const clean = {
  lifecycle: 'ready',
  isApproved: true,
  details: NO_DETAILS,
  inFrame: null,
  outFrame: null,
  revision: 1,
  missingSince: null,
  binnedAt: null,
  flaws: [],
  intendedFlaws: [],
  media: { duration: milliseconds(600_000), picture: { nominalRate: rate, averageRate: rate, isInterlaced: false }, sound: {} },
} as unknown as Asset;

const flaw = (type: Flaw['type'], fromSecond: number, untilSecond: number): Flaw => ({
  type,
  from: milliseconds(fromSecond * 1000),
  until: milliseconds(untilSecond * 1000),
});
const withFlaws = (...flaws: readonly Flaw[]): Asset => validated({ ...clean, flaws }, USUAL_FLAW_LIMITS);
const badges = (asset: Asset) => badgesOf(asset, NOW, USUAL_FLAW_LIMITS);
const change = (asset: Asset, changes: Parameters<typeof changeAsset>[1]) => {
  const result = changeAsset(asset, changes, USUAL_FLAW_LIMITS);
  if (!result.ok) throw new Error(result.message);
  return result.asset;
};

describe('validated', () => {
  it.each([
    ['black', 9.9, 10],
    ['freeze', 29.9, 30],
    ['silence', 29.9, 30],
  ] as const)('keeps an asset from the air for a long %s, and warns of a shorter one', (type, short, long) => {
    expect(withFlaws(flaw(type, 5, 5 + short)).lifecycle).toBe('ready');
    expect(badges(withFlaws(flaw(type, 5, 5 + short)))).toMatchObject([{ code: `long-${type}`, level: 'warning' }]);
    expect(withFlaws(flaw(type, 5, 5 + long)).lifecycle).toBe('enriching');
    expect(badges(withFlaws(flaw(type, 5, 5 + long)))).toMatchObject([{ code: `long-${type}`, level: 'fault' }]);
  });

  it('leaves alone what is retired, and what has a bad file', () => {
    for (const lifecycle of ['new', 'retired'] as const)
      expect(validated({ ...clean, lifecycle, flaws: [flaw('black', 0, 60)] }, USUAL_FLAW_LIMITS).lifecycle).toBe(lifecycle);
  });

  it('goes by the limits of the station', () => {
    const limits = { ...USUAL_FLAW_LIMITS, silence: 100_000 as Milliseconds };
    expect(validated(withFlaws(flaw('silence', 0, 90)), limits).lifecycle).toBe('ready');
  });
});

describe('the badge of a flaw', () => {
  it('says what is wrong, where, and what to do, the longest first', () => {
    const asset = withFlaws(flaw('black', 60, 72.54), flaw('black', 100, 130), flaw('black', 200, 204));
    expect(badges(asset).map(({ reason }) => reason)).toEqual([
      'The picture is black from 00:01:40.0 to 00:02:10.0 and from 00:01:00.0 to 00:01:12.5; cut it out with in and out points, or say that it is meant so.',
    ]);
  });

  it('names three places and counts the others', () => {
    const many = [0, 100, 200, 300, 400].map((from) => flaw('silence', from, from + 40));
    expect(badges(withFlaws(...many))[0]?.reason).toContain('to 00:04:00.0 and at 2 more places; cut');
  });
});

describe('changing an asset that is held back', () => {
  const opening = withFlaws(flaw('black', 0, 20));

  it('makes it ready when the flaw is cut out, and holds it back again when it comes back', () => {
    const trimmed = change(opening, { inFrame: frames(20 * 25) });
    expect([trimmed.lifecycle, badges(trimmed)]).toEqual(['ready', []]);
    expect(change(trimmed, { inFrame: null }).lifecycle).toBe('enriching');
  });

  it('counts only what is left between in and out point', () => {
    expect(change(opening, { inFrame: frames(12 * 25) }).lifecycle).toBe('ready');
    expect(change(opening, { inFrame: frames(9 * 25) }).lifecycle).toBe('enriching');
    expect(change(withFlaws(flaw('silence', 500, 600)), { outFrame: frames(520 * 25) }).lifecycle).toBe('ready');
  });

  it('makes it ready when it is said to be meant, and not before', () => {
    expect(changeAsset(opening, { lifecycle: 'ready' }, USUAL_FLAW_LIMITS)).toMatchObject({ ok: false, field: 'lifecycle' });
    const meant = change(opening, { intendedFlaws: ['black'] });
    expect([meant.lifecycle, badges(meant)]).toEqual(['ready', []]);
    expect(change(meant, { intendedFlaws: [] }).lifecycle).toBe('enriching');
    expect(change(opening, { lifecycle: 'ready', intendedFlaws: ['black'] }).lifecycle).toBe('ready');
  });

  it('lets it be retired, and does not bring it back with its flaw', () => {
    const retired = change(opening, { lifecycle: 'retired' });
    expect(changeAsset(retired, { lifecycle: 'ready' }, USUAL_FLAW_LIMITS)).toMatchObject({ ok: false, field: 'lifecycle' });
    expect(change(retired, { intendedFlaws: ['black'] }).lifecycle).toBe('retired');
  });
});
