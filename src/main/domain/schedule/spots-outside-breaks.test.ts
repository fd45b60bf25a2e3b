import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../shared/contract/traffic.ts';
import { firstFrameFrom, frames, milliseconds } from '../../../shared/time/index.ts';
import { plannable, planned, planOf, TEST_RATE, weekly } from './planning.fixture.ts';

const FROM = firstFrameFrom(milliseconds(Date.parse('2026-03-02T06:00:00Z')), TEST_RATE);
const HOUR = 90_000;
const BREAKS = [{ id: 'often', name: 'Often', inside: { type: 'none' }, lengthSeconds: 60, pod: ['spots'] }];

describe('spots outside breaks', () => {
  it('are no programmes, even where the plan names one as a title', () => {
    const plan = planOf({ dayparts: [weekly('a', '06:00', '06:00', { selection: { type: 'title', houseId: 'S' } })] });
    const assets = [plannable('S', 'commercial', 30), plannable('P', 'programme', 600)];
    const { items } = planned({ plan, assets, from: FROM, until: frames(FROM + HOUR) });
    expect(new Set(items.map(({ houseId }) => houseId))).toEqual(new Set(['P']));
    expect(items[0]?.explanation.relaxed).toBe('Nothing of the selection may air here: any programme stands in');
  });

  it('keep the next spot of their advertiser away where they fill what nothing else could', () => {
    const plan = planOf({
      breakPatterns: BREAKS,
      dayparts: [weekly('a', '06:00', '06:00', { breaks: 'often', selection: { type: 'least-recent', cooldownMinutes: 0 } })],
    });
    const film = plannable('FILM', 'programme', 300, { rightsFrom: frames(FROM + HOUR) });
    const free = plannable('FREE', 'commercial', 30, { advertiser: 'Anna', rightsUntil: frames(FROM + HOUR) });
    const assets = [film, free, plannable('PAID', 'commercial', 30)];
    const flight = { from: '2026-03-01', to: '2026-03-31', advertiser: 'Anna', assetIds: ['id-PAID'], separationMinutes: 20 };
    const campaigns = [campaignSchema.parse({ id: 'c', name: 'c', ...flight })];
    const { items } = planned({ plan, assets, campaigns, from: FROM, until: frames(FROM + 2 * HOUR) });
    const lastFree = items.findLast(({ houseId, startFrame }) => houseId === 'FREE' && startFrame < FROM + HOUR)?.startFrame ?? 0;
    const firstPaid = items.find(({ houseId }) => houseId === 'PAID')?.startFrame ?? 0;
    expect(lastFree).toBeGreaterThan(FROM);
    expect(firstPaid - lastFree).toBeGreaterThanOrEqual(20 * 60 * 25);
  });
});
