import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { ReaderAnswer, ReaderQuestion, ReaderStart } from './reader-messages.ts';
import type { StationDatabase } from './station-schema.ts';

/** A way to read the station's database beside whoever writes it. What was committed before a query is in its answer. */
export interface DatabaseReader {
  readonly kysely: Kysely<StationDatabase>;
  close(): Promise<void>;
}

/**
 * Opens a reading thread on a database that exists.
 * @param path the database's file
 * @param entry the thread's script, `reader-thread`
 */
export function openReader(path: string, entry: string): DatabaseReader {
  const kysely = new Kysely<StationDatabase>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new ReaderDriver(entry, { path }),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return { kysely, close: () => kysely.destroy() };
}

/** Hands compiled queries to the thread. A thread that died is started anew for the next query. */
class ReaderDriver implements Driver {
  readonly #entry: string;
  readonly #start: ReaderStart;
  #connection: ReaderConnection | null = null;

  constructor(entry: string, start: ReaderStart) {
    this.#entry = entry;
    this.#start = start;
  }

  async init(): Promise<void> {
    await this.acquireConnection();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === null || this.#connection.isDead) this.#connection = new ReaderConnection(this.#entry, this.#start);
    return this.#connection;
  }

  async destroy(): Promise<void> {
    await this.#connection?.end();
  }

  readonly releaseConnection = (): Promise<void> => Promise.resolve();
  readonly beginTransaction = readOnly;
  readonly commitTransaction = readOnly;
  readonly rollbackTransaction = readOnly;
}

interface Waiting {
  readonly resolve: (rows: readonly unknown[]) => void;
  readonly reject: (error: Error) => void;
}

class ReaderConnection implements DatabaseConnection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #death: Error | null = null;

  constructor(entry: string, start: ReaderStart) {
    this.#worker = new Worker(entry, { workerData: start });
    this.#worker.on('message', (answer: ReaderAnswer) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('The reading thread ended')));
  }

  get isDead(): boolean {
    return this.#death !== null;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#death !== null) throw this.#death;
    const question: ReaderQuestion = { id: ++this.#lastId, sql, parameters };
    const rows = await new Promise<readonly unknown[]>((resolve, reject) => {
      this.#waiting.set(question.id, { resolve, reject });
      this.#worker.postMessage(question);
    });
    return { rows: rows as R[] };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The reading thread answers whole queries');
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: ReaderAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.rows);
    else waiting?.reject(new Error(answer.message));
  }

  #die(error: Error): void {
    this.#death ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#death);
    this.#waiting.clear();
  }
}

function readOnly(): Promise<never> {
  return Promise.reject(new Error('The reading thread has no transactions: writing is the unit of work’s'));
}
