import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Sidecar } from '../../domain/library/index.ts';

/** A sidecar that is longer holds something else. */
const LONGEST_BYTES = 1024 * 1024;

/** The sidecar of a media file: `film.json`, `film.mp4.json`, `film.nfo`, `film.mp4.nfo`, in this order; null when there is none. */
export async function readSidecarFile(mediaPath: string): Promise<Sidecar | null> {
  const stem = mediaPath.slice(0, mediaPath.length - extname(mediaPath).length);
  for (const format of ['json', 'nfo'] as const) {
    for (const path of new Set([`${stem}.${format}`, `${mediaPath}.${format}`])) {
      const text = await readShortFile(path);
      if (text !== null) return { format, text };
    }
  }
  return null;
}

async function readShortFile(path: string): Promise<string | null> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= LONGEST_BYTES ? await readFile(path, 'utf8') : null;
  } catch {
    // Most films have none. One that may not be read is as good as none: the film is what matters.
    return null;
  }
}
