import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignSchema } from '../../../shared/contract/index.ts';
import { capOfText, flightState, flightWords, newCampaign, playsDue } from './campaign-draft.ts';

const CAMPAIGN = { ...newCampaign([], '2026-11-01'), playsInAll: 280 };

function progress(airedInAll: number) {
  return { campaignId: CAMPAIGN.id, airedToday: 0, airedInAll };
}

describe('a campaign in the editor', () => {
  it('lacks only an advertiser and spots when it is new', () => {
    expect(campaignSchema.safeParse({ ...CAMPAIGN, advertiser: 'Anna', assetIds: ['a'] }).success).toBe(true);
    expect(newCampaign([CAMPAIGN], '2026-11-01').id).not.toBe(CAMPAIGN.id);
  });

  it('comes, runs, is over, or has had all its plays', () => {
    const states = ['2026-10-31', '2026-11-01', '2026-11-28', '2026-11-29'].map((date) => flightState(CAMPAIGN, null, date));
    expect(states).toEqual(['coming', 'running', 'running', 'over']);
    expect(flightState(CAMPAIGN, progress(280), '2026-11-10')).toBe('met');
    expect(flightState(CAMPAIGN, progress(279), '2026-11-10')).toBe('running');
  });

  it('is due its plays evenly, none before its flight and all at the end', () => {
    expect(['2026-10-31', '2026-11-01', '2026-11-14', '2026-11-28', '2027-01-01'].map((date) => playsDue(CAMPAIGN, date))).toEqual([
      0, 10, 140, 280, 280,
    ]);
    expect(playsDue({ ...CAMPAIGN, playsInAll: null }, '2026-11-14')).toBeNull();
  });

  it('never is due more than was sold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -50, max: 90 }), (sold, day) => {
        const date = new Date(Date.UTC(2026, 10, 1 + day)).toISOString().slice(0, 10);
        const due = playsDue({ ...CAMPAIGN, playsInAll: sold }, date) ?? -1;
        expect(due >= 0 && due <= sold).toBe(true);
      }),
    );
  });

  it('has no cap where nothing is written', () => {
    expect([capOfText(''), capOfText(' '), capOfText('12')]).toEqual([null, null, 12]);
  });

  it('says its flight, with both years where they differ', () => {
    expect(flightWords({ from: '2026-11-01', to: '2026-11-28' })).toBe('1 Nov – 28 Nov 2026');
    expect(flightWords({ from: '2026-12-20', to: '2027-01-05' })).toBe('20 Dec 2026 – 5 Jan 2027');
  });
});
