import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../../shared/time/index.ts';
import { assetId, importId } from '../../../domain/library/index.ts';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { SqliteUnitOfWork } from '../sqlite-unit-of-work.ts';
import { MIGRATIONS } from './index.ts';

const NOW = milliseconds(0);

/** What a station of each of the first shapes had written, in the words of that shape. */
const WRITTEN: readonly string[] = [
  `INSERT INTO assets (id, house_id, kind, title, title_sort, lifecycle, is_approved, gain_db, imported_at_ms, last_aired_at_ms)
     VALUES ('a', 'PRG-000001', 'programme', 'Night Train', 'night train', 'ready', 1, -2, 5, 7);
   INSERT INTO media_files VALUES ('a', '/media/train.mp4', 1, 1, 'f', 'mp4', 4000, 'h264', 16, 9, 1, 1, '25/1', '25/1', 0, 0, 'aac', 2, 48000, -23, -3);
   INSERT INTO asset_search (rowid, title, house_id, file_name) VALUES (1, 'Night Train', 'PRG-000001', 'train.mp4');
   INSERT INTO house_numbers VALUES ('PRG', 1);
   INSERT INTO imports (id, path, requested_by, state, found_count, done_count, created_at_ms) VALUES ('i', '/media', 'ada', 'running', 3, 2, 1);
   INSERT INTO import_files (import_id, path, outcome, refusal_code, refusal_reason) VALUES
     ('i', '/media/train.mp4', 'imported', NULL, NULL), ('i', '/media/song.mp3', 'refused', 'no-picture', 'Sound alone.'),
     ('i', '/media/waits.mp4', NULL, NULL, NULL);`,
  `INSERT INTO playlog_items VALUES ('p', 100, 50, 'programme', 'Night Train', 'PRG-000001', 'a', 0, 'follow', 'planned', '{}');
   INSERT INTO playlog_revision VALUES (1, 3);
   INSERT INTO as_run VALUES (1, 'o', 'a', 'PRG-000001', 'Night Train', 'programme', 0, 50, 0, 50, 50, 0, 0, 'aired', 'ok', 'auto', '', 'h1');`,
  `INSERT INTO users VALUES ('u', 'Ada', 'ada', 'admin', 'hash', 1);`,
];

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  path = join(folder, 'station.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Makes a station's database of the first shape, and fills in what each shape up to `shape` added. */
async function stationOf(shape: number): Promise<void> {
  for (const [index, sql] of WRITTEN.slice(0, shape).entries()) {
    await openDatabase(path, NOW, MIGRATIONS.slice(0, index + 1)).close();
    const database = new Sqlite(path);
    database.exec(sql);
    database.close();
  }
  await openDatabase(path, NOW, MIGRATIONS.slice(0, shape)).close();
}

/** All that the tables hold, but for the search index's own, whose pages depend on when they were merged. */
function contents(): unknown {
  const database = new Sqlite(path, { readonly: true });
  const tables = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'asset_search%' ORDER BY name")
    .all();
  const rows = tables.map(({ name }) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]);
  const faults = [database.pragma('integrity_check', { simple: true }), database.pragma('foreign_key_check')];
  database.close();
  return { rows, faults };
}

describe('a database of the first shapes', () => {
  it.each(MIGRATIONS.map((_, index) => index + 1).slice(WRITTEN.length))(
    'comes to the same by a stop at step %i as in one go',
    async (step) => {
      await stationOf(WRITTEN.length);
      await openDatabase(path, NOW, MIGRATIONS.slice(0, step)).close();
      await openDatabase(path, NOW).close();
      const stepped = contents();
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
      path = join(folder, 'station.db');
      await stationOf(WRITTEN.length);
      await openDatabase(path, NOW).close();
      expect(stepped).toEqual(contents());
      expect(stepped).toMatchObject({ faults: ['ok', []] });
    },
  );

  it.each([1, 2, 3])('of shape %i goes on with all that it held', async (shape) => {
    await stationOf(shape);
    const database = openDatabase(path, NOW);
    try {
      await expectAll(database, shape);
    } finally {
      await database.close();
    }
  });

  async function expectAll({ kysely }: OpenDatabase, shape: number): Promise<void> {
    await new SqliteUnitOfWork(kysely).run(async ({ assets, imports, playlog, asRun, users }) => {
      expect(await assets.get(assetId('a'))).toMatchObject({ title: 'Night Train', lastAiredAt: 7, media: { path: '/media/train.mp4' } });
      expect(await assets.nextHouseNumber('PRG')).toBe(2);
      expect(await imports.listUnfinished()).toMatchObject([{ id: 'i', found: 3, done: 2, isPaused: false }]);
      expect(await imports.listPendingFiles(importId('i'), 9)).toEqual(['/media/waits.mp4']);
      expect(await imports.listFailures(importId('i'))).toMatchObject([{ path: '/media/song.mp3', code: 'unsupported' }]);
      if (shape < 2) return;
      expect(await playlog.get('p')).toMatchObject({ startFrame: frames(100), title: 'Night Train', assetId: 'a' });
      expect(await playlog.revision()).toBe(3);
      expect(await asRun.head()).toMatchObject({ firstSeq: 1, last: { seq: 1, hash: 'h1' } });
      if (shape < 3) return;
      expect(await users.findByUsername('ada')).toMatchObject({ username: 'Ada', role: 'admin' });
    });
  }
});
