import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult, SqliteDialect, SqliteDriver } from 'kysely';

/** How long queries may follow on each other before everything else in the process has its turn, milliseconds. */
const BREATH_EVERY_MS = 8;

/**
 * SQLite whose long runs of queries let the process breathe. better-sqlite3 answers at once, so that a thousand awaited queries in a row
 * would otherwise keep timers and sockets waiting until the last of them.
 */
export class BreathingDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new BreathingDriver(this.#config);
  }
}

class BreathingDriver extends SqliteDriver {
  #connection: BreathingConnection | null = null;

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= new BreathingConnection(await super.acquireConnection());
    return this.#connection;
  }
}

class BreathingConnection implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  #lastBreath = performance.now();

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (performance.now() - this.#lastBreath > BREATH_EVERY_MS) {
      await nextTurn();
      this.#lastBreath = performance.now();
    }
    return this.#connection.executeQuery<R>(query);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.#connection.streamQuery<R>(query, chunkSize);
  }
}
