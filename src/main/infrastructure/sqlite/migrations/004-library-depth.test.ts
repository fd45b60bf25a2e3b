import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { milliseconds } from '../../../../shared/time/index.ts';
import { everything, NO_DETAILS } from '../../../domain/library/index.ts';
import { openDatabase } from '../open-database.ts';
import { SqliteLibraryCatalogue } from '../sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from '../sqlite-unit-of-work.ts';
import { MIGRATIONS } from './index.ts';

it('brings assets of the first shape along: whole, found by title and file name, their thumbnails due', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  const path = join(folder, 'station.db');
  const old = openDatabase(path, milliseconds(0), MIGRATIONS.slice(0, 3));
  await sql`INSERT INTO assets (id, house_id, kind, title, title_sort, lifecycle, is_approved, gain_db, imported_at_ms)
    VALUES ('a', 'PRG-000001', 'programme', 'Night Train', 'night train', 'ready', 1, -2, 5)`.execute(old.kysely);
  await sql`INSERT INTO media_files (asset_id, path, size_bytes, modified_at_ms, fingerprint, container, duration_ms, video_codec, width_px,
    height_px, pixel_aspect_num, pixel_aspect_den, is_interlaced, rotation_degrees)
    VALUES ('a', 'D:\\films/deep\\master copy.mp4', 1, 1, 'f', 'mp4', 4000, 'h264', 16, 9, 1, 1, 0, 0)`.execute(old.kysely);
  await old.close();

  const database = openDatabase(path, milliseconds(0));
  const catalogue = new SqliteLibraryCatalogue(database.kysely);
  const find = async (words: string) =>
    (await catalogue.listAssets({ search: { ...everything(milliseconds(0)), words }, limit: 9, after: null })).items;
  expect(await find('night mast')).toMatchObject([{ title: 'Night Train', details: NO_DETAILS, revision: 1, binnedAt: null, flaws: [] }]);
  expect(await find('deep')).toEqual([]);
  const due = await new SqliteUnitOfWork(database.kysely).run(({ assets }) => assets.listDue('thumbnail', 9));
  expect(due.map(({ id }) => id)).toEqual(['a']);
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});
