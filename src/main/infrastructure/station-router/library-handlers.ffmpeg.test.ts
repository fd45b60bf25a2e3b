import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type LibraryStation, openLibraryStation } from '../../testing/library-station.ts';
import { TEST_PROGRAMS } from '../ffmpeg/imported-library.fixture.ts';
import { makeTinyFilm } from '../ffmpeg/tiny-media.ts';

type Caller = Awaited<ReturnType<LibraryStation['caller']>>;

let folder: string;
let station: LibraryStation;
let scheduler: Caller;
let asset: MarkedAsset;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  const media = join(folder, 'media');
  mkdirSync(media);
  makeTinyFilm({ path: join(media, 'Harbour S01E02.mp4'), size: '160x90', rate: '25', seconds: 2, hasSound: true, number: 1 });
  station = await openLibraryStation(folder, TEST_PROGRAMS);
  scheduler = await station.caller('scheduler');
  expect((await scheduler('POST', '/api/library/imports', { path: media })).status).toBe(202);
  await station.features.imports.whenIdle();
  await station.features.enrichment.whenIdle();
  const list = (await (await scheduler('GET', '/api/library/assets')).json()) as { items: MarkedAsset[] };
  asset = list.items[0]!;
});
afterAll(async () => {
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = async (method: string, path: string, input?: unknown) => {
  const response = await scheduler(method, `/api/library/assets${path}`, input);
  return { status: response.status, body: await response.json() };
};

describe('the library over HTTP', () => {
  it('changes, marks, tags, bins and restores an asset, and names the field that is at fault', async () => {
    expect(asset).toMatchObject({ series: 'Harbour', season: 1, episode: 2, durationFrames: 50, revision: 1, badges: [] });
    expect(await call('PATCH', `/${asset.id}`, { title: 'Ships', tags: ['sea'], revision: 1 })).toMatchObject({
      status: 200,
      body: { title: 'Ships', tags: ['sea'], revision: 2 },
    });
    expect(await call('PATCH', `/${asset.id}`, { revision: 1, notes: 'late' })).toMatchObject({
      status: 409,
      body: { error: { code: 'STALE_REVISION' } },
    });
    expect(await call('PATCH', `/${asset.id}`, { year: 'soon' })).toMatchObject({ status: 400, body: { error: { field: 'year' } } });
    expect(await call('PATCH', `/${asset.id}`, { colour: 'red' })).toMatchObject({ status: 400, body: { error: { field: 'colour' } } });
    expect(await call('PATCH', `/${asset.id}`, { outFrame: 51 })).toMatchObject({ status: 400, body: { error: { field: 'outFrame' } } });
    expect(await call('PUT', `/${asset.id}/breaks`, { breaks: [{ atFrame: 25 }] })).toMatchObject({
      status: 200,
      body: { breaks: [{ atFrame: 25 }] },
    });
    expect(await call('PUT', `/${asset.id}/breaks`, { breaks: [{ atFrame: 50 }] })).toMatchObject({
      status: 400,
      body: { error: { field: 'breaks.0.atFrame' } },
    });
    expect(await call('POST', '/edits', { op: 'tag', ids: [asset.id], add: ['port'], remove: [] })).toMatchObject({ body: { changed: 1 } });
    expect(await call('GET', '?search=tag:port%20shi')).toMatchObject({ body: { items: [{ id: asset.id }] } });
    expect(await call('DELETE', `/${asset.id}`)).toMatchObject({ status: 200, body: { badges: [{ code: 'in-bin' }] } });
    expect(await call('GET', '')).toMatchObject({ body: { items: [] } });
    expect(await call('GET', '?search=is:bin')).toMatchObject({ body: { items: [{ id: asset.id }] } });
    expect(await call('POST', `/${asset.id}/restore`)).toMatchObject({ status: 200, body: { binnedAt: null } });
    expect(await call('GET', '/none')).toMatchObject({ status: 404 });
  });

  it('refuses a search by the token that it does not understand', async () => {
    expect(await call('GET', '?search=night%20colour:red')).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_INPUT', field: 'search', message: expect.stringContaining('colour:red') } },
    });
  });

  it('selects for a place, and says of what may not fill it why', async () => {
    const select = async (lengthMs: number, search: string) => {
      const response = await scheduler('POST', '/api/library/select', { criteria: { search }, at: '2026-03-01T20:00:00Z', lengthMs });
      return { status: response.status, body: await response.json() };
    };
    expect(await select(2000, 'kind:programme')).toMatchObject({
      status: 200,
      body: { candidateCount: 1, candidates: [{ assetId: asset.id, playLengthMs: 2000 }], refused: [] },
    });
    expect(await select(1999, 'series:harbour')).toMatchObject({
      body: { candidates: [], refused: [{ assetId: asset.id, rule: 'too-long' }] },
    });
    expect(await select(1, 'colour:red')).toMatchObject({ status: 400, body: { error: { field: 'criteria.search' } } });
  });

  it('serves the thumbnail as a JPEG, to those who signed in', async () => {
    const response = await scheduler('GET', `/api/library/assets/${asset.id}/thumbnail`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect([...new Uint8Array(await response.arrayBuffer()).subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect((await fetch(`${station.origin}/api/library/assets/${asset.id}/thumbnail`)).status).toBe(401);
    expect((await scheduler('GET', '/api/library/assets/none/thumbnail')).status).toBe(404);
  });

  it('lets viewers look and not touch', async () => {
    const viewer = await station.caller('viewer');
    expect((await viewer('GET', `/api/library/assets/${asset.id}`)).status).toBe(200);
    expect((await viewer('PATCH', `/api/library/assets/${asset.id}`, { title: 'Mine' })).status).toBe(403);
    expect((await viewer('DELETE', `/api/library/assets/${asset.id}`)).status).toBe(403);
  });

  it('lets an admin alone copy and restore the database', async () => {
    expect((await scheduler('GET', '/api/backups')).status).toBe(403);
    const admin = await station.caller('admin');
    const made = (await (await admin('POST', '/api/backups')).json()) as { name: string };
    expect(await (await admin('GET', '/api/backups')).json()).toMatchObject({ items: [{ name: made.name }] });
    expect(await (await admin('POST', `/api/backups/${made.name}/restore`)).json()).toEqual({ restoresAt: 'next-start' });
    expect((await admin('POST', '/api/backups/none/restore')).status).toBe(404);
  });

  it('cancels an import that is under way, and knows none that is over', async () => {
    const { importId } = (await (await scheduler('POST', '/api/library/imports', { path: folder })).json()) as { importId: string };
    const cancelled = await scheduler('POST', `/api/library/imports/${importId}/cancel`);
    expect(await cancelled.json()).toMatchObject({ id: importId, state: 'cancelled' });
    await station.features.imports.whenIdle();
    expect((await scheduler('POST', `/api/library/imports/${importId}/cancel`)).status).toBe(404);
    expect(await (await scheduler('GET', `/api/library/imports/${importId}`)).json()).toMatchObject({ state: 'cancelled' });
  });

  it('watches a folder over HTTP', async () => {
    const added = await scheduler('POST', '/api/library/watch-folders', { path: join(folder, 'media'), kind: 'promo' });
    expect(await added.json()).toMatchObject({ path: join(folder, 'media'), kind: 'promo' });
    const { items } = (await (await scheduler('GET', '/api/library/watch-folders')).json()) as { items: { id: string }[] };
    expect((await scheduler('DELETE', `/api/library/watch-folders/${items[0]?.id}`)).status).toBe(200);
    expect((await scheduler('POST', '/api/library/watch-folders', { path: 'here' })).status).toBe(400);
  });
});
