/**
 * A thread that answers queries on a read-only connection of its own, so that a wide search never keeps the process waiting, and that carries
 * what was committed from the write-ahead log into the database, which takes tens of milliseconds. Started by `openReader`; ends with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { KeptStatements } from './kept-statements.ts';
import type { ReaderAnswer, ReaderQuestion, ReaderStart } from './reader-messages.ts';

/** How many statements are kept ready; one search comes to a few. */
const KEPT_STATEMENTS = 100;

/** Short, so that there is little to carry each time; what comes when nothing was written costs nothing. */
const CHECKPOINT_EVERY_MS = 1_000;

const database = new Sqlite((workerData as ReaderStart).path, { readonly: true, fileMustExist: true });
database.pragma('busy_timeout = 5000');
database.pragma('temp_store = MEMORY');
database.pragma('cache_size = -65536');
const statements = new KeptStatements(database, KEPT_STATEMENTS);

const checkpoints = new Sqlite((workerData as ReaderStart).path, { fileMustExist: true });
checkpoints.pragma('synchronous = NORMAL');
setInterval(checkpoint, CHECKPOINT_EVERY_MS);

parentPort?.on('message', (question: ReaderQuestion) => parentPort?.postMessage(answer(question)));

/** Passive: neither who reads nor who writes is kept waiting, and what is still being read is carried the next time. */
function checkpoint(): void {
  try {
    checkpoints.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // A disk that is full or failing: whoever writes meets it too and says so, and reading must go on.
  }
}

function answer({ id, sql, parameters }: ReaderQuestion): ReaderAnswer {
  try {
    return { id, ok: true, rows: statements.prepare(sql).all(parameters) };
  } catch (error) {
    return { id, ok: false, message: String(error) };
  }
}
