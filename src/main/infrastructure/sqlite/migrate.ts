import type { Database } from 'better-sqlite3';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { DatabaseRefused } from './database-refused.ts';

/** One step from a shape of the database to the next. */
export interface Migration {
  /** Counts up from 1; kept in the file's `user_version`. */
  readonly version: number;
  /** For people: in backups' names and in errors. */
  readonly name: string;
  /** Statements, run in one transaction. */
  readonly sql: string;
}

/** Marks a file as a station's database: `PRPT`. SQLite keeps it in the file's header. */
const APPLICATION_ID = 0x50525054;

/**
 * Brings a database to the newest shape. An existing one is copied beside itself first, as `<file>.before-<name>-<time>`.
 * @throws DatabaseRefused when the file is another program's, newer than these steps, or a step fails; the file is then as it was.
 */
export function migrate(database: Database, migrations: readonly Migration[], now: Milliseconds): void {
  const version = pragmaNumber(database, 'user_version');
  refuseForeign(database, version);
  refuseNewer(version, migrations);
  const due = migrations.filter((migration) => migration.version > version);
  if (due.length === 0) return;
  if (version > 0) backUp(database, due[0]?.name ?? '', now);
  database.transaction(() => {
    for (const migration of due) apply(database, migration);
  })();
}

function refuseForeign(database: Database, version: number): void {
  const applicationId = pragmaNumber(database, 'application_id');
  if (applicationId === APPLICATION_ID) return;
  const tables = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count ?? 0;
  if (applicationId === 0 && version === 0 && tables === 0) return;
  throw new DatabaseRefused(`${database.name} is another program's database.`, { code: 'not-a-station-database', cause: null });
}

function refuseNewer(version: number, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  if (version <= newest) return;
  const message = `The station's database is of version ${version}; this Perpetua knows versions up to ${newest}. Start a newer Perpetua on it, or restore a backup.`;
  throw new DatabaseRefused(message, { code: 'newer-version', cause: null });
}

function backUp(database: Database, nextStep: string, now: Milliseconds): void {
  const time = new Date(now).toISOString().replaceAll(/[:.]/g, '-');
  try {
    database.prepare('VACUUM INTO ?').run(`${database.name}.before-${nextStep}-${time}`);
  } catch (cause) {
    throw new DatabaseRefused('The database could not be copied before it is changed, so it was left alone.', {
      code: 'migration-failed',
      cause,
    });
  }
}

function apply(database: Database, migration: Migration): void {
  try {
    database.exec(migration.sql);
    database.pragma(`user_version = ${migration.version}`);
    database.pragma(`application_id = ${APPLICATION_ID}`);
  } catch (cause) {
    const message = `The database could not be brought to version ${migration.version} (${migration.name}); it was left as it was.`;
    throw new DatabaseRefused(message, { code: 'migration-failed', cause });
  }
}

function pragmaNumber(database: Database, name: string): number {
  return Number(database.pragma(name, { simple: true }));
}
