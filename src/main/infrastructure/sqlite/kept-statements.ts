import type { SqliteDatabase, SqliteStatement } from 'kysely';

/** Statements that are kept prepared. The station has some two hundred; lists of ids of every length make more. */
const MOST_STATEMENTS = 300;

/**
 * A database that keeps its prepared statements and hands the same one out again for the same SQL. Kysely prepares anew for each query otherwise:
 * a thousand inserts leave a thousand statements behind, which SQLite has to let go of one by one while garbage is collected and everybody waits
 * (100 ms after a library of 100,000 assets was read and planned).
 *
 * The one that was not used for the longest time goes when there are too many. A statement must not be asked again while its rows are still being
 * iterated: read with `all`, as every query of the station is.
 */
export class KeptStatements implements SqliteDatabase {
  readonly #database: SqliteDatabase;
  readonly #most: number;
  /** Least recently used first. */
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(database: SqliteDatabase, most = MOST_STATEMENTS) {
    this.#database = database;
    this.#most = most;
  }

  prepare(sql: string): SqliteStatement {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > this.#most) this.#forgetOldest();
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #forgetOldest(): void {
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined) this.#statements.delete(oldest);
  }
}
