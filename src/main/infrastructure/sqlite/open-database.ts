import Sqlite, { type Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { BreathingDialect } from './breathing-dialect.ts';
import { DatabaseRefused } from './database-refused.ts';
import { KeptStatements } from './kept-statements.ts';
import { type Migration, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { StationDatabase } from './station-schema.ts';

/** The station's database, open. */
export interface OpenDatabase {
  /** For reading wide lists, and for the unit of work. Nothing else writes through it. */
  readonly kysely: Kysely<StationDatabase>;
  /** The version of the database's shape. */
  readonly version: number;
  /** Copies the database as it is now to a file, a little at a time while it is in use. What is not committed yet is not in it. */
  copyTo(path: string): Promise<void>;
  /** Closes the file. Waits for the run that is under way. */
  close(): Promise<void>;
}

/**
 * Opens the station's database, making it when there is none, and brings it to the newest shape.
 * @param path the file; its folder must exist
 * @param now the instant that names a backup, should one be made
 * @throws DatabaseRefused when it can't be used as it is
 */
export function openDatabase(path: string, now: Milliseconds, migrations: readonly Migration[] = MIGRATIONS): OpenDatabase {
  const database = openFile(path);
  try {
    migrate(database, migrations, now);
  } catch (error) {
    database.close();
    throw error;
  }
  const kysely = new Kysely<StationDatabase>({ dialect: new BreathingDialect({ database: new KeptStatements(database) }) });
  const version = migrations.at(-1)?.version ?? 0;
  return { kysely, version, copyTo: (to) => copy(path, to), close: () => close(kysely, database) };
}

/**
 * Copies the database from a connection of its own, which sees it as it was at the first read, whatever is written meanwhile. From the one that
 * writes, a copy that is begun within a unit of work comes to nothing, and is said to be done.
 */
async function copy(from: string, to: string): Promise<void> {
  const database = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    database.exec('BEGIN');
    database.pragma('user_version');
    await database.backup(to);
  } finally {
    database.close();
  }
}

function openFile(path: string): Database {
  const database = new Sqlite(path);
  try {
    // WAL lets readers go on while one writes; NORMAL is safe from corruption with it, and a power cut costs the last moments at most.
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    // The reading thread carries the log into the file; here that would keep everything waiting, so it is done here only if the log grows to 100 MB.
    database.pragma('wal_autocheckpoint = 25000');
    // What a run has changed goes to the log bit by bit, not all of it when the run ends; wide lists are read by the reading thread.
    database.pragma('cache_size = -4000');
    database.pragma('foreign_keys = ON');
    database.pragma('busy_timeout = 5000');
    database.pragma('temp_store = MEMORY');
    return database;
  } catch (cause) {
    database.close();
    throw new DatabaseRefused(`${path} can't be read as a database. Restore a backup.`, { code: 'unreadable', cause });
  }
}

async function close(kysely: Kysely<StationDatabase>, database: Database): Promise<void> {
  await kysely.destroy();
  // Kysely closes the file only if it was ever asked something.
  if (database.open) database.close();
}
