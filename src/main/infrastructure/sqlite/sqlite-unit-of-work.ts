import { AsyncLocalStorage } from 'node:async_hooks';
import { type Kysely, sql } from 'kysely';
import type { Repositories, UnitOfWork } from '../../application/ports/unit-of-work.ts';
import { sqliteRepositories } from './sqlite-repositories.ts';
import type { StationDatabase } from './station-schema.ts';

/** A unit of work as one SQLite transaction. Kysely has one connection to the file, so runs take turns by themselves. */
export class SqliteUnitOfWork implements UnitOfWork {
  readonly #kysely: Kysely<StationDatabase>;
  readonly #current = new AsyncLocalStorage<{ isOpen: boolean }>();

  constructor(kysely: Kysely<StationDatabase>) {
    this.#kysely = kysely;
  }

  async run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    if (this.#current.getStore()?.isOpen) throw new Error('A unit of work was run inside another: it would wait for itself for ever.');
    return this.#kysely.connection().execute(async (connection) => {
      // What a run leaves behind (a timer, say) still finds its record here; only an open one forbids another run.
      const record = { isOpen: true };
      try {
        return await this.#current.run(record, () => transact(connection, work));
      } finally {
        record.isOpen = false;
      }
    });
  }
}

async function transact<T>(connection: Kysely<StationDatabase>, work: (repositories: Repositories) => Promise<T>): Promise<T> {
  // Immediate: a run that only reads at first must not find, when it writes, that another process wrote in between.
  await sql`BEGIN IMMEDIATE`.execute(connection);
  try {
    const result = await work(sqliteRepositories(connection));
    await sql`COMMIT`.execute(connection);
    return result;
  } catch (error) {
    const undoing = await rollBack(connection);
    if (undoing === null) throw error;
    throw new Error(`A unit of work failed, and so did undoing it: ${undoing}`, { cause: error });
  }
}

/** Null, or why it failed: SQLite ends the transaction itself on a full disk or a failing one. */
async function rollBack(connection: Kysely<StationDatabase>): Promise<string | null> {
  try {
    await sql`ROLLBACK`.execute(connection);
    return null;
  } catch (error) {
    return String(error);
  }
}
