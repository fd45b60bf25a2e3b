import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from '../../../shared/time/index.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

/** A station's database of a test's own, in a folder of its own. */
export interface TemporaryDatabase extends OpenDatabase {
  /** The folder: the test may put its files here too. */
  readonly folder: string;
  /** The database's file. */
  readonly path: string;
  /** Closes the database and removes the folder. */
  remove(): Promise<void>;
}

/** Makes an empty database of the newest shape. For tests. */
export function openTemporaryDatabase(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  const path = join(folder, 'station.sqlite');
  const database = openDatabase(path, milliseconds(0));
  const remove = async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...database, folder, path, remove };
}
