import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Asset, Import } from '../shared/contract/index.ts';
import { makeTinyFilm } from './infrastructure/ffmpeg/tiny-media.ts';
import { killAllOn, RunningStation } from './testing/running-station.ts';

const FILMS = 8;
/** A file waits for half a minute where the air is late, two at once. */
const LONGEST_MS = 400_000;

let folder: string;
let media: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-killed-'));
  media = mkdtempSync(join(tmpdir(), 'perpetua-media-'));
});
afterEach(() => {
  killAllOn(folder);
  rmSync(folder, { recursive: true, force: true });
  rmSync(media, { recursive: true, force: true });
});

it('goes on by itself with an import in which the station was killed, and takes no file twice', { timeout: LONGEST_MS }, async () => {
  for (let number = 1; number <= FILMS; number++)
    makeTinyFilm({ path: join(media, `${number}.mp4`), size: '64x36', rate: '25', seconds: 1, hasSound: true, number });
  const first = await RunningStation.onAir(folder, []);
  const { importId } = (await first.post('/api/library/imports', { path: media })) as { importId: string };
  const importOf = (station: RunningStation) => station.get<Import>(`/api/library/imports/${importId}`);
  await first.until('through with a file', async () => (await importOf(first)).done > 0);
  expect(await first.end('SIGKILL')).toBeNull();

  const second = await RunningStation.onAir(folder, []);
  await second.until('through with the import', async () => (await importOf(second)).state === 'done');
  expect(await importOf(second)).toMatchObject({ found: FILMS, done: FILMS, failed: [] });
  const { items } = await second.get<{ items: Asset[] }>('/api/library/assets?limit=50');
  expect(items.map(({ title }) => title).toSorted()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  expect(new Set(items.map(({ houseId }) => houseId)).size).toBe(FILMS);
  expect(await second.end('SIGTERM')).toBe(0);
});
