import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import { Affidavits, AmendAsRun, AsRunQueries, AsRunReports } from '../../application/as-run/index.ts';
import { GuideQueries } from '../../application/guide/index.ts';
import { DayQueries, DryRun, PlanService } from '../../application/schedule/index.ts';
import { TrafficService } from '../../application/traffic/index.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import { sampleAsset } from '../sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../testing/station.fixture.ts';
import { airWith } from './air.fixture.ts';
import { asRunHandlers } from './as-run-handlers.ts';
import type { CallContext } from './call-context.ts';
import { guideHandlers } from './guide-handlers.ts';
import { scheduleHandlers } from './schedule-handlers.ts';
import { stationImplementer } from './station-implementer.ts';
import { trafficHandlers } from './traffic-handlers.ts';
import { translateFailure } from './translate-failure.ts';

const DEFAULT_PLAN = defaultPlan('UTC');
const identity = { username: 'jo', role: 'scheduler', expiresAt: milliseconds(0), tokenHash: null } as const;
const context: CallContext = { address: 'test', reachedAt: 'tv', isTrustedDesktop: false, identity };

describe('the calls of the planner', () => {
  let station: TestStation;
  let send: (method: string, path: string, body?: unknown) => Promise<{ status: number; type: string | null; text: string }>;

  beforeEach(async () => {
    station = openTestStation(frames(50_000));
    const calls = stationImplementer();
    const plans = new PlanService({ ...station, log: SILENT_LOG });
    const schedule = { plans, dryRun: new DryRun(station), days: new DayQueries(station) };
    const { unitOfWork, channel } = station;
    const reports = new AsRunReports(unitOfWork, channel);
    const handler = new OpenAPIHandler<CallContext>(
      {
        schedule: scheduleHandlers(calls, schedule),
        traffic: trafficHandlers(calls, new TrafficService(station)),
        asRun: asRunHandlers(calls, {
          reports,
          queries: new AsRunQueries(unitOfWork),
          affidavits: new Affidavits({ ...station, reports }),
          amend: new AmendAsRun(unitOfWork, station.events, SILENT_LOG),
        }),
        guide: guideHandlers(calls, { queries: new GuideQueries(station), air: { get: () => airWith({}) } as never }),
      },
      { customErrorResponseBodyEncoder: (error) => ({ error: translateFailure(error) }) },
    );
    send = async (method, path, body) => {
      const headers = { 'content-type': 'application/json' };
      const request = new Request(`http://tv${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const { response } = await handler.handle(request, { context });
      if (response === undefined) throw new Error('No such call');
      return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
    };
    await unitOfWork.run(({ assets }) => assets.add(sampleAsset(1)));
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  it('take a plan as they gave it, and name the field that is wrong', async () => {
    const plan = JSON.parse((await send('GET', '/api/schedule/plan')).text);
    expect(plan).toEqual({ ...DEFAULT_PLAN, revision: 0 });
    expect(JSON.parse((await send('PUT', '/api/schedule/plan', plan)).text).revision).toBe(1);
    const wrong = await send('PUT', '/api/schedule/plan', { ...DEFAULT_PLAN, zone: 'Mars/Olympus' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('"field":"zone"')]);
    const lost = { ...DEFAULT_PLAN, breakPatterns: [] };
    expect((await send('PUT', '/api/schedule/plan', lost)).text).toContain('"field":"dayparts.0.breaks"');
    expect((await send('PUT', '/api/schedule/plan', plan)).text).toContain('STALE_REVISION');
  });

  it('try a plan, and show a day', async () => {
    const dryRun = await send('POST', '/api/schedule/dry-run', { plan: DEFAULT_PLAN, hours: 2 });
    expect([dryRun.status, JSON.parse(dryRun.text).slateFrames]).toEqual([200, 0]);
    const day = await send('GET', '/api/schedule/days/2024-01-01');
    expect(JSON.parse(day.text).programmes.length).toBeGreaterThan(1000);
  });

  it('plan anew, and say how much', async () => {
    const before = await station.unitOfWork.run(({ playlog }) => playlog.revision());
    const again = await send('POST', '/api/schedule/generate');
    expect([again.status, JSON.parse(again.text)]).toEqual([200, { revision: before, planned: 0, from: null }]);
    await station.unitOfWork.run(({ assets }) => assets.add(sampleAsset(2)));
    const generated = JSON.parse((await send('POST', '/api/schedule/generate')).text);
    expect(generated.revision).toBe(before + 1);
    expect(generated.planned).toBeGreaterThan(1000);
    expect(Date.parse(generated.from)).toBeGreaterThan(station.clock.now());
  });

  it('keep campaigns', async () => {
    const campaign = { id: 'a', name: 'A', advertiser: 'Anna', from: '2024-01-01', to: '2024-02-01', assetIds: ['asset-1'] };
    expect((await send('PUT', '/api/traffic/campaigns/a', campaign)).status).toBe(200);
    expect((await send('PUT', '/api/traffic/campaigns/b', { ...campaign, id: 'b' })).text).toContain('"field":"assetIds.0"');
    expect(JSON.parse((await send('GET', '/api/traffic/campaigns')).text).items).toHaveLength(1);
    expect((await send('DELETE', '/api/traffic/campaigns/a')).status).toBe(200);
    expect((await send('GET', '/api/traffic/make-goods')).text).toBe('{"items":[]}');
  });

  it('hand out the log, its check, and the guide as files of their kind', async () => {
    const csv = await send('GET', '/api/as-run.csv?date=2024-01-01');
    expect([csv.status, csv.type, csv.text.includes('Start (UTC)')]).toEqual([200, 'text/csv; charset=utf-8', true]);
    expect(JSON.parse((await send('GET', '/api/as-run/verify')).text)).toEqual({ ok: true, rows: 0, fault: null, firstSeq: 1 });
    const guide = await send('GET', '/guide.xml');
    expect([guide.status, guide.type, guide.text.startsWith('<?xml')]).toEqual([200, 'application/xml', true]);
    expect((await send('GET', '/channel.m3u')).status).toBe(503);
  });

  it('offer ready-made plans that can be put in force as they are', async () => {
    const { items } = JSON.parse((await send('GET', '/api/schedule/templates')).text);
    expect(items.map(({ id }: { id: string }) => id)).toContain('movie-channel');
    const { plan } = items[0];
    expect((await send('PUT', '/api/schedule/plan', { ...plan, zone: 'Europe/Lisbon' })).status).toBe(200);
  });

  it('correct the log, and hand out affidavits as data and as a page', async () => {
    const amendment = { seq: 1, outcome: 'missed', reason: 'left-air', note: 'No transmitter' };
    expect((await send('POST', '/api/as-run/amendments', amendment)).text).toContain('"field":"seq"');
    expect((await send('GET', '/api/as-run.json?date=2024-01-01')).type).toBe('application/json');
    const query = 'advertiser=Anna&from=2024-01-01&to=2024-01-31';
    expect(JSON.parse((await send('GET', `/api/as-run/affidavit?${query}`)).text)).toMatchObject({ advertiser: 'Anna', plays: [] });
    const page = await send('GET', `/api/as-run/affidavit.html?${query}`);
    expect([page.type, page.text.startsWith('<!DOCTYPE html>')]).toEqual(['text/html; charset=utf-8', true]);
    expect((await send('GET', '/api/as-run/affidavit?advertiser=Anna&from=2024-01-01&to=2025-01-01')).text).toContain('"field":"to"');
  });
});
