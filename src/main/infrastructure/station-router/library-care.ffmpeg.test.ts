import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type LibraryStation, openLibraryStation } from '../../testing/library-station.ts';
import { TEST_PROGRAMS } from '../ffmpeg/imported-library.fixture.ts';
import { makeTinyFilm } from '../ffmpeg/tiny-media.ts';

let folder: string;
let media: string;
let station: LibraryStation;
let importId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  media = join(folder, 'media');
  mkdirSync(media);
  makeTinyFilm({ path: join(media, 'film.mp4'), size: '64x36', rate: '25', seconds: 1, hasSound: true, number: 1 });
  writeFileSync(join(media, 'bad.mp4'), '');
  station = await openLibraryStation(folder, TEST_PROGRAMS);
  ({ importId } = (await as('scheduler', 'POST', '/imports', { path: media })).body as { importId: string });
  await station.features.imports.whenIdle();
});
afterAll(async () => {
  await station.close();
  rmSync(folder, { recursive: true, force: true });
});

async function as(role: 'viewer' | 'scheduler' | 'admin', method: string, path: string, input?: unknown) {
  const call = await station.caller(role);
  const response = await call(method, `/api/library${path}`, input);
  return { status: response.status, body: (await response.json()) as unknown };
}

const films = async () => ((await as('viewer', 'GET', '/assets')).body as { items: MarkedAsset[] }).items;

describe('the care of a library over HTTP', () => {
  it('tries what an import refused again, and has nothing to hold back in one that is over', async () => {
    expect(await as('viewer', 'GET', `/imports/${importId}`)).toMatchObject({ body: { state: 'done', isPaused: false, failed: [{}] } });
    makeTinyFilm({ path: join(media, 'bad.mp4'), size: '64x36', rate: '25', seconds: 1, hasSound: true, number: 2 });
    expect(await as('scheduler', 'POST', `/imports/${importId}/retry`, {})).toMatchObject({ status: 200 });
    await station.features.imports.whenIdle();
    expect(await as('viewer', 'GET', `/imports/${importId}`)).toMatchObject({ body: { state: 'done', done: 2, failed: [] } });
    for (const command of ['pause', 'resume']) expect((await as('scheduler', 'POST', `/imports/${importId}/${command}`)).status).toBe(404);
    expect((await as('viewer', 'POST', `/imports/${importId}/retry`, {})).status).toBe(403);
  });

  it('tells how an asset is scrubbed, and shows its stills', async () => {
    const [film] = await films();
    expect(await as('viewer', 'GET', `/assets/${film?.id}/scrub`)).toMatchObject({
      status: 200,
      body: { sprites: { columns: 10, rows: 1, count: 2, tileWidth: 128, tileHeight: 72, everyMs: 500 }, peaks: { length: 100 } },
    });
    const viewer = await station.caller('viewer');
    const sheet = await viewer('GET', `/api/library/assets/${film?.id}/sprites`);
    expect(sheet.headers.get('content-type')).toBe('image/jpeg');
    expect([...new Uint8Array(await sheet.arrayBuffer()).slice(0, 2)]).toEqual([0xff, 0xd8]);
    expect((await as('viewer', 'GET', '/assets/none/scrub')).status).toBe(404);
  });

  it('shows a part of an asset as any browser plays it, and none beyond its end', async () => {
    const [film] = await films();
    const viewer = await station.caller('viewer');
    const part = await viewer('GET', `/api/library/assets/${film?.id}/preview?fromFrame=20&frames=10`);
    expect([part.status, part.headers.get('content-type')]).toEqual([200, 'video/mp4']);
    expect(Buffer.from(await part.arrayBuffer()).toString('latin1', 4, 8)).toBe('ftyp');
    expect(await as('viewer', 'GET', `/assets/${film?.id}/preview?fromFrame=25`)).toMatchObject({
      status: 400,
      body: { error: { field: 'fromFrame' } },
    });
    expect((await as('viewer', 'GET', '/assets/none/preview')).status).toBe(404);
  });

  it('keeps searches for everybody, and forgets them', async () => {
    const saved = await as('scheduler', 'POST', '/filters', { name: 'Soon gone', search: 'expires<7d' });
    expect(saved).toMatchObject({ status: 200, body: { name: 'Soon gone', search: 'expires<7d' } });
    expect(await as('viewer', 'GET', '/filters')).toMatchObject({ body: { items: [saved.body] } });
    expect(await as('scheduler', 'POST', '/filters', { name: 'Odd', search: 'colour:red' })).toMatchObject({
      status: 400,
      body: { error: { field: 'search' } },
    });
    const { id } = saved.body as { id: string };
    expect((await as('scheduler', 'DELETE', `/filters/${id}`)).status).toBe(200);
    expect((await as('scheduler', 'DELETE', `/filters/${id}`)).status).toBe(404);
  });

  it('empties the bin for an admin alone, of what is old enough', async () => {
    const [film] = await films();
    await as('scheduler', 'DELETE', `/assets/${film?.id}`);
    expect((await as('scheduler', 'POST', '/bin/empty', {})).status).toBe(403);
    expect(await as('admin', 'POST', '/bin/empty', {})).toMatchObject({ status: 200, body: { deleted: 0, kept: 1 } });
    expect(await as('admin', 'POST', '/bin/empty', { olderThanDays: 0 })).toMatchObject({ body: { deleted: 1, kept: 0 } });
    expect((await as('viewer', 'GET', `/assets/${film?.id}`)).status).toBe(404);
  });
});
