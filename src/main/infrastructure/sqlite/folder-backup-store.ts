import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Backup, BackupStore } from '../../application/ports/backup-store.ts';
import type { OpenDatabase } from './open-database.ts';

/** The name tells the time, with hyphens for what a file system may not like. */
const NAME = /^station-(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)\.db$/;

/** The file of the data folder that names the copy to begin from. */
export const RESTORE_ORDER = 'restore-at-next-start';

/** Copies of the database as files in the folder `backups` of the data folder. */
export class FolderBackupStore implements BackupStore {
  readonly #dataFolder: string;
  readonly #folder: string;
  readonly #database: Pick<OpenDatabase, 'copyTo' | 'version'>;

  constructor(dataFolder: string, database: Pick<OpenDatabase, 'copyTo' | 'version'>) {
    this.#dataFolder = dataFolder;
    this.#folder = join(dataFolder, 'backups');
    this.#database = database;
  }

  async list(): Promise<readonly Backup[]> {
    await mkdir(this.#folder, { recursive: true });
    const names = (await readdir(this.#folder)).filter((name) => NAME.test(name)).sort();
    return Promise.all(names.reverse().map((name) => this.#backup(name)));
  }

  async make(now: Milliseconds): Promise<Backup> {
    await mkdir(this.#folder, { recursive: true });
    const name = `station-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}.db`;
    const unfinished = join(this.#folder, `${name}.part`);
    await rm(unfinished, { force: true });
    await this.#database.copyTo(unfinished);
    await rename(unfinished, join(this.#folder, name));
    return this.#backup(name);
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#folder, name), { force: true });
  }

  async isSound(name: string): Promise<boolean> {
    if (!NAME.test(name)) return false;
    try {
      const copy = new Sqlite(join(this.#folder, name), { readonly: true, fileMustExist: true });
      try {
        const isWhole = copy.pragma('quick_check', { simple: true }) === 'ok';
        return isWhole && Number(copy.pragma('user_version', { simple: true })) <= this.#database.version;
      } finally {
        copy.close();
      }
    } catch {
      // Not there, or no database any more: either way nothing to begin from.
      return false;
    }
  }

  async restoreAtNextStart(name: string): Promise<void> {
    await writeFile(join(this.#dataFolder, RESTORE_ORDER), name);
  }

  async #backup(name: string): Promise<Backup> {
    const [, day, minute, second, rest] = NAME.exec(name) ?? [];
    const { size } = await stat(join(this.#folder, name));
    return { name, madeAt: milliseconds(Date.parse(`${day}:${minute}:${second}.${rest}`)), sizeBytes: size };
  }
}
