import { z } from 'zod';
import { call } from './call.ts';
import { instantSchema } from './quantities.ts';

const nameSchema = z.string().trim().min(1).max(200);
const capSchema = z.int().min(1).max(1_000_000).nullable().default(null);

/** What an advertiser bought: which spots air for it, when, how often, and what they must not stand near. */
export const campaignSchema = z
  .strictObject({
    id: z.string().regex(/^[\w-]{1,60}$/, 'An id: letters, digits, - and _'),
    name: nameSchema,
    advertiser: nameSchema,
    category: nameSchema.nullable().default(null),
    /** Broadcast days, both included. */
    from: z.iso.date(),
    to: z.iso.date(),
    dayparts: z.array(z.string()).max(100).default([]).describe('Ids of dayparts; empty: any'),
    assetIds: z.array(z.string()).min(1).max(500).describe('Its spots, which take turns'),
    playsPerDay: capSchema,
    playsInAll: capSchema,
    priority: z.int().min(0).max(100).default(50),
    weight: z.number().min(0.01).max(1000).default(1).describe('Its share among campaigns of the same priority'),
    spacingMinutes: z.int().min(0).max(1440).default(0).describe('Least time between two of its plays'),
    position: z.enum(['any', 'first', 'last']).default('any').describe('Where in a break its spots stand'),
    separationMinutes: z.int().min(0).max(1440).default(0).describe('Least time to a spot of the same advertiser or category'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'A flight ends on the day it starts, or later' });
export type Campaign = z.infer<typeof campaignSchema>;

/** How far a campaign has come, by what the as-run log says was aired. */
const campaignProgressSchema = z.object({
  campaignId: z.string(),
  /** In the broadcast day that is on air. */
  airedToday: z.int(),
  airedInAll: z.int(),
});
export type CampaignProgress = z.infer<typeof campaignProgressSchema>;

/** A spot that did not air as it should have. */
const makeGoodSchema = z.object({
  asRunSeq: z.int(),
  campaignId: z.string(),
  campaign: z.string(),
  advertiser: z.string(),
  title: z.string(),
  plannedAt: instantSchema,
  outcome: z.string(),
  reason: z.string(),
});
export type MakeGood = z.infer<typeof makeGoodSchema>;

/** Traffic: campaigns, how far they have come, and the spots that are owed. */
export const trafficContract = {
  listCampaigns: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/traffic/campaigns', tags: ['traffic'] })
    .output(z.object({ items: z.array(campaignSchema) })),
  putCampaign: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'PUT', path: '/api/traffic/campaigns/{id}', tags: ['traffic'] })
    .input(campaignSchema)
    .output(campaignSchema),
  deleteCampaign: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'DELETE', path: '/api/traffic/campaigns/{id}', tags: ['traffic'] })
    .input(z.strictObject({ id: z.string() }))
    .output(z.object({})),
  listProgress: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/traffic/progress', tags: ['traffic'] })
    .output(z.object({ date: z.iso.date().describe('The broadcast day that is on air'), items: z.array(campaignProgressSchema) })),
  listMakeGoods: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/traffic/make-goods', tags: ['traffic'] })
    .output(z.object({ items: z.array(makeGoodSchema) })),
  decideMakeGood: call
    .meta({ leastRole: 'scheduler' })
    .route({ method: 'POST', path: '/api/traffic/make-goods/{asRunSeq}', tags: ['traffic'] })
    .input(z.strictObject({ asRunSeq: z.coerce.number().int(), decision: z.enum(['accepted', 'declined']) }))
    .output(z.object({})),
};
