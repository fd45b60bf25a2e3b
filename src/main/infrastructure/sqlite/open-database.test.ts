import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { DatabaseRefused } from './database-refused.ts';
import type { Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './open-database.ts';

const NOW = milliseconds(Date.UTC(2026, 2, 1, 20));
const first: Migration = { version: 1, name: 'first', sql: "CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('kept')" };
const second: Migration = { version: 2, name: 'second', sql: 'ALTER TABLE a ADD COLUMN y TEXT' };
const broken: Migration = { version: 2, name: 'broken', sql: 'CREATE TABLE b (x TEXT) STRICT; CREATE TABLE a (x TEXT)' };

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  path = join(folder, 'station.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function make(migrations: readonly Migration[]): Promise<void> {
  await openDatabase(path, NOW, migrations).close();
}

function refusalOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof DatabaseRefused) return error.code;
    throw error;
  }
  return 'opened';
}

describe('openDatabase', () => {
  it('makes a new database with journal, foreign keys and strict tables as the station needs them', async () => {
    const database = openDatabase(path, NOW);
    const pragma = async (name: string) =>
      Object.values((await sql.raw<object>(`PRAGMA ${name}`).execute(database.kysely)).rows[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('foreign_keys')).toBe(1);
    expect(await pragma('user_version')).toBe(MIGRATIONS.at(-1)?.version);
    const loose = await sql<{
      name: string;
    }>`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`.execute(database.kysely);
    expect(loose.rows).toEqual([]);
    await database.close();
  });

  it('lists the steps in order of their version', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });

  it('copies an existing database before a step runs on it', async () => {
    await make([first]);
    await make([first, second]);
    const backup = readdirSync(folder).find((name) => name.includes('.before-second-'));
    expect(backup).toBe('station.sqlite.before-second-2026-03-01T20-00-00-000Z');
    const copy = new Sqlite(join(folder, backup ?? ''), { readonly: true });
    expect(copy.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept' }]);
    copy.close();
  });

  it('makes no copy when there is nothing to do', async () => {
    await make([first, second]);
    await make([first, second]);
    expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
  });

  it('refuses a database that a newer Perpetua wrote, and leaves it alone', async () => {
    await make([first, second]);
    const before = readFileSync(path);
    expect(refusalOf(() => openDatabase(path, NOW, [first]))).toBe('newer-version');
    expect(readFileSync(path)).toEqual(before);
  });

  it("refuses another program's database", async () => {
    const other = new Sqlite(path);
    other.exec('CREATE TABLE theirs (x)');
    other.close();
    expect(refusalOf(() => openDatabase(path, NOW))).toBe('not-a-station-database');
  });

  it('refuses a file that is no database', () => {
    writeFileSync(path, 'This is a letter, and not a short one, to the programme director.'.repeat(20));
    expect(refusalOf(() => openDatabase(path, NOW))).toBe('unreadable');
  });

  it('leaves the database as it was when a step fails halfway', async () => {
    await make([first]);
    expect(refusalOf(() => openDatabase(path, NOW, [first, broken]))).toBe('migration-failed');
    const database = new Sqlite(path, { readonly: true });
    expect(database.pragma('user_version', { simple: true })).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
    database.close();
  });
});
