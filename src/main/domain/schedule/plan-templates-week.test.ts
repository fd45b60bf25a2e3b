import { describe, expect, it } from 'vitest';
import { PLAN_TEMPLATES } from '../../../shared/plan-templates/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { endFrame, findUnsound } from '../playlog/index.ts';
import { FROM } from './any-planning.fixture.ts';
import { endOf, plannable, planned, TEST_RATE } from './planning.fixture.ts';
import { resolveSegments } from './segments.ts';

const WEEK = frames(FROM + 7 * 86_400 * 25);

/** What a small station has: a shelf of programmes, few of them of the genres that the plan names. */
const SMALL_LIBRARY = [
  ...Array.from({ length: 18 }, (_, index) =>
    plannable(`P${index + 10}`, 'programme', 180 + index * 331, {
      genres: [['news', 'sport', 'talk', 'film', 'family', 'concert'][index % 6] ?? 'film'],
      rating: index === 17 ? '18' : null,
      breakFrames: [frames(90 * 25)],
    }),
  ),
  ...Array.from({ length: 6 }, (_, index) =>
    plannable(`E${index}`, 'programme', 1500, { series: 'Series A', season: 1, episode: index + 1 }),
  ),
  plannable('B1', 'bumper', 5),
  plannable('I1', 'station-id', 10),
  plannable('R1', 'promo', 20),
  plannable('R2', 'psa', 30),
  plannable('S1', 'commercial', 30, { advertiser: 'Anna' }),
  plannable('S2', 'commercial', 20, { advertiser: 'Bert' }),
  plannable('F1', 'filler', 60),
];

describe('a week of each ready-made plan, for a small library', () => {
  it.each(PLAN_TEMPLATES.map(({ id, plan }) => [id, plan] as const))(
    '%s has no gap, no slate, and its fixed starts to the frame',
    (_, plan) => {
      const { items } = planned({ plan, assets: SMALL_LIBRARY, from: FROM, until: WEEK });
      expect(findUnsound(items)).toBeNull();
      expect([items[0]?.startFrame, endOf(items) >= WEEK]).toEqual([FROM, true]);
      expect(items.filter(({ kind }) => kind === 'slate')).toEqual([]);
      const starts = new Set(items.map(({ startFrame }) => startFrame));
      const fixed = resolveSegments(plan, FROM, WEEK, TEST_RATE).filter(({ isFixed, from }) => isFixed && from >= FROM);
      expect(fixed.filter(({ from }) => !starts.has(from))).toEqual([]);
      expect(items.every((item) => endFrame(item) > item.startFrame)).toBe(true);
    },
  );

  it('airs the whole of a library, even of a few programmes without a single word', () => {
    const bare = [plannable('A', 'programme', 1300), plannable('B', 'programme', 2500), plannable('C', 'programme', 700)];
    for (const { plan } of PLAN_TEMPLATES) {
      const { items } = planned({ plan, assets: bare, from: FROM, until: WEEK });
      expect(findUnsound(items)).toBeNull();
      expect(new Set(items.map(({ houseId }) => houseId))).toEqual(new Set(['A', 'B', 'C']));
    }
  });
});
