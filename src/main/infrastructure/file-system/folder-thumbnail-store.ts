import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ThumbnailStore } from '../../application/ports/thumbnail-store.ts';
import type { AssetId } from '../../domain/library/index.ts';

/** What an asset's id looks like; anything else names no file of ours. */
const PLAIN = /^[\w-]{1,100}$/;

/** Thumbnails as files of a folder, spread over 256 folders in it. */
export class FolderThumbnailStore implements ThumbnailStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async write(id: AssetId, jpeg: Uint8Array): Promise<void> {
    const path = this.#pathOf(id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, jpeg);
    await rename(`${path}.new`, path);
  }

  async read(id: AssetId): Promise<Uint8Array | null> {
    if (!PLAIN.test(id)) return null;
    try {
      return await readFile(this.#pathOf(id));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(id: AssetId): Promise<void> {
    if (PLAIN.test(id)) await rm(this.#pathOf(id), { force: true });
  }

  #pathOf(id: AssetId): string {
    return join(this.#folder, id.slice(-2), `${id}.jpg`);
  }
}
