import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AsRunArchive } from '../../application/ports/as-run-archive.ts';

const FILE = /^as-run-(\d{4}-\d{2}-\d{2})\.csv$/;

/** The archive as files `as-run-2026-03-01.csv` in a folder. */
export class DiskAsRunArchive implements AsRunArchive {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async has(date: string): Promise<boolean> {
    try {
      await access(this.#pathOf(date));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  async write(date: string, csv: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.#pathOf(date);
    await writeFile(`${path}.part`, csv);
    await rename(`${path}.part`, path);
  }

  async removeBefore(date: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const name of await readdir(this.#folder)) {
      const day = FILE.exec(name)?.[1];
      if (day !== undefined && day < date) await rm(join(this.#folder, name));
    }
  }

  #pathOf(date: string): string {
    return join(this.#folder, `as-run-${date}.csv`);
  }
}
