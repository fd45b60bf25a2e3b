import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../shared/contract/index.ts';
import { newCampaign } from './campaign-draft.ts';
import { spotChoices } from './spot-choices.ts';

const SPOTS = new Map(
  ['Tea', 'Soap', 'Bread'].map((title) => [
    title,
    { id: title, title, houseId: `H-${title}`, advertiser: null } as Partial<Asset> as Asset,
  ]),
);
const OWN = { ...newCampaign([], '2026-11-01'), id: 'own', assetIds: ['Tea', 'gone'] };
const OTHER = { ...OWN, id: 'other', name: 'Suds', assetIds: ['Soap'] };
const TRAFFIC = { campaigns: [OWN, OTHER], spots: SPOTS };

describe('the spots to choose from', () => {
  it('begin with those of the campaign, gone or not, and say whose the others are', () => {
    const told = spotChoices(OWN, TRAFFIC, '').map(({ id, spot, takenBy }) => [id, spot?.title ?? null, takenBy]);
    expect(told).toEqual([
      ['Tea', 'Tea', null],
      ['gone', null, null],
      ['Bread', 'Bread', null],
      ['Soap', 'Soap', 'Suds'],
    ]);
  });

  it('keep those of the campaign in sight while others are sought', () => {
    expect(spotChoices(OWN, TRAFFIC, 'h-bre').map(({ id }) => id)).toEqual(['Tea', 'gone', 'Bread']);
  });
});
