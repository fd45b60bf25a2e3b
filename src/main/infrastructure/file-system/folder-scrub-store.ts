import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ScrubMedia, ScrubStore } from '../../application/ports/media-scrubs.ts';

/** What a fingerprint looks like; anything else names no file of ours. */
const PLAIN = /^[0-9a-zA-Z_-]{4,100}$/;
const peaksSchema = z.array(z.number());

/** Makes room for so many more at once, so that not every write has to. */
const ROOM = 0.1;

/** What films are scrubbed by, as two files each in a folder that never grows beyond its bound: what was not used longest goes first. */
export class FolderScrubStore implements ScrubStore {
  readonly #folder: string;
  readonly #mostBytes: number;
  #bytes: number | null = null;

  /** @param mostBytes how much the folder may hold, in about */
  constructor(folder: string, mostBytes: number) {
    this.#folder = folder;
    this.#mostBytes = mostBytes;
  }

  async read(fingerprint: string): Promise<ScrubMedia | null> {
    if (!PLAIN.test(fingerprint)) return null;
    try {
      const sheet = await readFile(this.#sheetOf(fingerprint));
      const peaks = peaksSchema.parse(JSON.parse(await readFile(this.#peaksOf(fingerprint), 'utf8')));
      const now = new Date();
      await utimes(this.#sheetOf(fingerprint), now, now);
      return { sheet, peaks };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async write(fingerprint: string, { sheet, peaks }: ScrubMedia): Promise<void> {
    const path = this.#sheetOf(fingerprint);
    await mkdir(dirname(path), { recursive: true });
    // The sheet last: what has a sheet is whole.
    await writeFile(this.#peaksOf(fingerprint), JSON.stringify(peaks));
    await writeFile(`${path}.new`, sheet);
    await rename(`${path}.new`, path);
    if (this.#bytes !== null) this.#bytes += sheet.length;
    if (this.#bytes === null || this.#bytes > this.#mostBytes) await this.#makeRoom();
  }

  async #makeRoom(): Promise<void> {
    const sheets = await this.#sheets();
    this.#bytes = sheets.reduce((sum, { size }) => sum + size, 0);
    if (this.#bytes <= this.#mostBytes) return;
    for (const { path, size } of sheets.toSorted((a, b) => a.usedAt - b.usedAt)) {
      if (this.#bytes <= this.#mostBytes * (1 - ROOM)) return;
      await rm(path, { force: true });
      await rm(path.replace(/jpg$/, 'json'), { force: true });
      this.#bytes -= size;
    }
  }

  async #sheets() {
    const names = (await readdir(this.#folder, { recursive: true })).filter((name) => name.endsWith('.jpg'));
    const sheets: { readonly path: string; readonly size: number; readonly usedAt: number }[] = [];
    for (const name of names) {
      const path = join(this.#folder, name);
      const { size, mtimeMs } = await stat(path);
      sheets.push({ path, size, usedAt: mtimeMs });
    }
    return sheets;
  }

  #sheetOf(fingerprint: string): string {
    return join(this.#folder, fingerprint.slice(0, 2), `${fingerprint}.jpg`);
  }

  #peaksOf(fingerprint: string): string {
    return join(this.#folder, fingerprint.slice(0, 2), `${fingerprint}.json`);
  }
}
