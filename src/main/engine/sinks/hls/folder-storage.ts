import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HlsStorage, isDiskFull } from './hls-storage.ts';

/** What a file is called while it is being written. Nothing of that name is ever served. */
const TEMPORARY = '.tmp';

/** An `HlsStorage` on a real folder: written beside, then renamed over. */
export class FolderStorage implements HlsStorage {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
  }

  async write(name: string, contents: Buffer): Promise<void> {
    const path = join(this.#dir, name);
    const temporary = path + TEMPORARY;
    try {
      await writeFile(temporary, contents);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async read(name: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.#dir, name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  async sizes(): Promise<ReadonlyMap<string, number>> {
    await mkdir(this.#dir, { recursive: true });
    const entries = await readdir(this.#dir, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    return new Map(await Promise.all(files.map(async (name) => [name, (await stat(join(this.#dir, name))).size] as const)));
  }

  async remove(name: string): Promise<void> {
    await rm(join(this.#dir, name), { force: true });
  }

  explain(error: unknown): string {
    return isDiskFull(error) ? 'The disk is full.' : 'The folder can not be written.';
  }
}
