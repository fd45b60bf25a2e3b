import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { everything } from '../../domain/library/index.ts';
import { sampleAsset } from './asset-samples.fixture.ts';
import { type DatabaseReader, openReader } from './open-reader.ts';
import { SqliteLibraryCatalogue } from './sqlite-library-catalogue.ts';
import { SqliteUnitOfWork } from './sqlite-unit-of-work.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

const ENTRY = fileURLToPath(new URL('./reader-thread.ts', import.meta.url));
const ALL = { search: everything(milliseconds(0)), limit: 10, after: null };

let database: TemporaryDatabase;
let reader: DatabaseReader;

beforeEach(() => {
  database = openTemporaryDatabase();
  reader = openReader(database.path, ENTRY);
});
afterEach(async () => {
  await reader.close();
  await database.remove();
});

describe('openReader', () => {
  it('reads what was just written, and while a unit of work is under way what was there before it', async () => {
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    const catalogue = new SqliteLibraryCatalogue(reader.kysely);
    await unitOfWork.run(({ assets }) => assets.add(sampleAsset(1)));
    expect((await catalogue.listAssets(ALL)).items).toEqual([sampleAsset(1)]);
    let seenMeanwhile = -1;
    await unitOfWork.run(async ({ assets }) => {
      await assets.add(sampleAsset(2));
      seenMeanwhile = (await catalogue.listAssets(ALL)).items.length;
    });
    expect(seenMeanwhile).toBe(1);
    expect((await catalogue.listAssets(ALL)).items).toHaveLength(2);
  });

  it('carries what was written from the log into the database, so that who writes need not', async () => {
    await sql`SELECT 1`.execute(reader.kysely);
    const before = statSync(database.path).size;
    await sql`CREATE TABLE filler AS
      WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 8000) SELECT x, randomblob(1000) FROM n`.execute(
      database.kysely,
    );
    await vi.waitFor(() => expect(statSync(database.path).size).toBeGreaterThan(before + 8_000_000), { timeout: 60_000, interval: 50 });
  });

  it('keeps the process free while it reads', async () => {
    const slow = sql`WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 300000) SELECT max(x) FROM n`;
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    await slow.execute(reader.kysely);
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(10);
  });

  it('can not write, and says why a query failed', async () => {
    await expect(sql`DELETE FROM assets`.execute(reader.kysely)).rejects.toThrow(/readonly|does not return data/);
    await expect(sql`SELECT no_such_column`.execute(reader.kysely)).rejects.toThrow('no such column');
  });
});
