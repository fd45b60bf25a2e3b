import { expect, it } from 'vitest';
import { campaignSchema } from '../../../shared/contract/traffic.ts';
import { frames } from '../../../shared/time/index.ts';
import { endFrame, NO_ORIGIN, type PlaylogItem } from '../playlog/index.ts';
import { plannable, planned, planOf } from './planning.fixture.ts';

const MINUTE = 25 * 60;
const HOUR = 60 * MINUTE;
/** 06:00 UTC of a broadcast day. */
const FROM = frames(1000 * 24 * HOUR + 6 * HOUR);
/** Nothing may air in the first minutes: slate. */
const RIGHTS = { rightsFrom: frames(FROM + 20 * MINUTE) };
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const LIBRARY = [
  ...Array.from({ length: 8 }, (_, index) =>
    plannable(`FILM-${index}`, 'programme', 3000 + index * 61, { ...RIGHTS, breakFrames: [frames(20 * MINUTE), frames(40 * MINUTE)] }),
  ),
  plannable('OLD', 'programme', 3000, { rightsUntil: FROM }),
  plannable('LATE', 'programme', 3000, { ...RIGHTS, rating: '18' }),
  plannable('BUMPER', 'bumper', 5, RIGHTS),
  plannable('PROMO-1', 'promo', 20, RIGHTS),
  plannable('PROMO-2', 'promo', 25, RIGHTS),
  plannable('IDENT', 'station-id', 10, RIGHTS),
  plannable('FILLER', 'filler', 90, RIGHTS),
  plannable('SPOT-1', 'commercial', 30, { ...RIGHTS, advertiser: 'Anna' }),
  plannable('SPOT-2', 'commercial', 30, { ...RIGHTS, advertiser: 'Bert' }),
];
const PLAN = planOf({
  hourlyId: true,
  watershed: [{ ratings: ['18'], from: '22:00', to: '05:00' }],
  breakPatterns: [{ id: 'b', name: 'B', between: true, inside: { type: 'markers' }, lengthSeconds: 150, mostSpots: 2 }],
  dayparts: [
    {
      ...{ id: 'day', name: 'Day', when: { type: 'weekly', days: DAYS }, from: '06:00', to: '20:00', breaks: 'b' },
      selection: { type: 'least-recent', cooldownMinutes: 0 },
    },
    {
      ...{ id: 'night', name: 'Night', when: { type: 'weekly', days: DAYS }, from: '20:00', to: '06:00', start: 'fixed', breaks: 'b' },
      selection: { type: 'random', cooldownMinutes: 60 },
    },
  ],
});
const PLACED: PlaylogItem = {
  ...{ id: 'placed', startFrame: frames(FROM + 5 * HOUR), durationFrames: frames(MINUTE), kind: 'promo', title: 'Tonight' },
  ...{ houseId: 'PROMO-1', assetId: 'id-PROMO-1', inputId: null, inFrame: frames(0), startMode: 'fixed', status: 'planned' },
  explanation: { rule: 'Placed by jo', seed: null, candidateCount: 1, refused: [], relaxed: null },
  origin: { ...NO_ORIGIN, placedBy: 'jo' },
};
const CAMPAIGN = campaignSchema.parse({
  ...{ id: 'anna', name: 'Anna', advertiser: 'Anna', from: '2000-01-01', to: '2100-01-01', assetIds: ['id-SPOT-1'], playsPerDay: 6 },
});

/** A sentence that a person can read: words, neither a code nor an id. */
const SENTENCE = /^[A-Z][^_{}[\]<>]* [^_{}[\]<>]+$/;

it('says of every item of a day by which rule it stands there, who else stood for it, and in words why others were refused', () => {
  const { items } = planned({
    plan: PLAN,
    assets: LIBRARY,
    campaigns: [CAMPAIGN],
    placed: [PLACED],
    from: FROM,
    until: frames(FROM + 24 * HOUR),
  });
  expect(endFrame(items.at(-1) ?? PLACED)).toBeGreaterThanOrEqual(FROM + 24 * HOUR);
  const kinds = ['programme', 'commercial', 'promo', 'station-id', 'bumper', 'filler', 'slate'] as const;
  expect(kinds.filter((kind) => !items.some((item) => item.kind === kind))).toEqual([]);
  expect(items.some(({ origin }) => origin.placedBy === 'jo')).toBe(true);

  const reasons = new Set<string>();
  for (const { explanation, assetId, kind } of items) {
    const { rule, candidateCount, refused, relaxed, seed } = explanation;
    expect(rule).toMatch(SENTENCE);
    if (relaxed !== null) expect(relaxed).toMatch(SENTENCE);
    if (assetId !== null) expect(candidateCount, rule).toBeGreaterThan(0);
    if (rule.includes('by lot')) expect(seed).not.toBeNull();
    if (kind === 'slate') expect(refused.length).toBeGreaterThan(0);
    for (const { title, reason } of refused) {
      expect(title).not.toBe('');
      expect(reason).toMatch(SENTENCE);
      reasons.add(reason);
    }
  }
  expect([...reasons]).toEqual(
    expect.arrayContaining(['Its rights have not begun', 'Its rights will have ended', 'Its rating may not air at this hour']),
  );
});
