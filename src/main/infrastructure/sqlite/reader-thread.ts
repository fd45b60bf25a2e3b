/**
 * A thread that answers queries on a read-only connection of its own, so that a wide search never keeps the process waiting. Started by
 * `openReader`; ends with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite, { type Statement } from 'better-sqlite3';
import type { ReaderAnswer, ReaderQuestion, ReaderStart } from './reader-messages.ts';

/** How many statements are kept ready; one search comes to a few. */
const KEPT_STATEMENTS = 100;

const database = new Sqlite((workerData as ReaderStart).path, { readonly: true, fileMustExist: true });
database.pragma('busy_timeout = 5000');
database.pragma('temp_store = MEMORY');
database.pragma('cache_size = -65536');
const statements = new Map<string, Statement<unknown[]>>();

parentPort?.on('message', (question: ReaderQuestion) => parentPort?.postMessage(answer(question)));

function answer({ id, sql, parameters }: ReaderQuestion): ReaderAnswer {
  try {
    return { id, ok: true, rows: statementOf(sql).all(...parameters) };
  } catch (error) {
    return { id, ok: false, message: String(error) };
  }
}

function statementOf(sql: string): Statement<unknown[]> {
  const kept = statements.get(sql);
  if (kept !== undefined) return kept;
  if (statements.size >= KEPT_STATEMENTS) statements.clear();
  const statement = database.prepare<unknown[]>(sql);
  statements.set(sql, statement);
  return statement;
}
