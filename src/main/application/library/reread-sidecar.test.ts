import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { USUAL_FLAW_LIMITS } from '../../domain/library/index.ts';
import { DiskMediaFiles } from '../../infrastructure/file-system/disk-media-files.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { SqliteUnitOfWork } from '../../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../infrastructure/sqlite/temporary-database.ts';
import { rereadSidecar } from './reread-sidecar.ts';

const CAME_IN = milliseconds(Date.UTC(2026, 2, 1));

let database: TemporaryDatabase;
let unitOfWork: SqliteUnitOfWork;
let film: string;

beforeEach(async () => {
  database = openTemporaryDatabase();
  unitOfWork = new SqliteUnitOfWork(database.kysely);
  film = join(database.folder, 'film.mp4');
  const { media } = sampleAsset(1);
  // As one that came in before sidecars were kept: nothing is known of what it was told.
  await unitOfWork.run(({ assets }) => assets.add(sampleAsset(1, { importedAt: CAME_IN, media: { ...media, path: film } })));
});
afterEach(() => database.remove());

const reread = () => rereadSidecar({ unitOfWork, files: new DiskMediaFiles(), limits: USUAL_FLAW_LIMITS }, film);
const title = async () => (await unitOfWork.run(({ assets }) => assets.findByPath(film)))?.title;

function writeSidecar(text: string, at: number): void {
  const path = join(database.folder, 'film.json');
  writeFileSync(path, text);
  utimesSync(path, at / 1000, at / 1000);
}

it('leaves an asset from before alone whose sidecar is older than it, and hears what is said from then on', async () => {
  const before = await title();
  writeSidecar('{ "title": "Said when it came in" }', CAME_IN - 1000);
  expect([await reread(), await title()]).toEqual([false, before]);
  writeSidecar('{ "title": "Said now" }', CAME_IN - 500);
  expect([await reread(), await title()]).toEqual([true, 'Said now']);
  expect(await reread()).toBe(false);
});

it('hears a sidecar that is younger than an asset from before', async () => {
  writeSidecar('{ "title": "Said later" }', CAME_IN + 1000);
  expect([await reread(), await title()]).toEqual([true, 'Said later']);
});

it('changes nothing by a sidecar that makes no sense but a note, which goes when it does', async () => {
  const before = await title();
  writeSidecar('{ "title": ', CAME_IN + 1000);
  expect([await reread(), await title()]).toEqual([true, before]);
  const notes = async () => (await unitOfWork.run(({ assets }) => assets.findByPath(film)))?.details.notes;
  expect(await notes()).toBe('Not understood in its sidecar: all of it.');
  writeSidecar('{ "title": "Whole" }', CAME_IN + 2000);
  expect([await reread(), await title(), await notes()]).toEqual([true, 'Whole', '']);
});
