import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { milliseconds } from '../../../shared/time/index.ts';
import type { SidecarFile } from '../../application/ports/media-files.ts';

/** A sidecar that is longer holds something else. */
const LONGEST_BYTES = 1024 * 1024;

const FORMATS = ['json', 'nfo'] as const;

/** The names or paths that the sidecar of a media file can have, the first that is there wins: `film.json`, `film.mp4.json`, `film.nfo`, `film.mp4.nfo`. */
export function sidecarsOf(media: string): readonly string[] {
  const stem = media.slice(0, media.length - extname(media).length);
  return FORMATS.flatMap((format) => [...new Set([`${stem}.${format}`, `${media}.${format}`])]);
}

/** The first of some files that can be a sidecar, read; null when none can. */
export async function readSidecarFile(paths: readonly string[]): Promise<SidecarFile | null> {
  for (const path of paths) {
    const version = await versionOf(path);
    const text = version === null ? null : await readText(path);
    if (version !== null && text !== null) return { ...version, text, format: path.endsWith('.nfo') ? 'nfo' : 'json' };
  }
  return null;
}

/** The mark of the first of some files that can be a sidecar; null when none can. */
export async function markSidecar(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const version = await versionOf(path);
    if (version !== null) return version.mark;
  }
  return null;
}

async function versionOf(path: string): Promise<Pick<SidecarFile, 'mark' | 'modifiedAt'> | null> {
  try {
    const found = await stat(path);
    const modifiedAt = milliseconds(Math.floor(found.mtimeMs));
    return found.isFile() && found.size <= LONGEST_BYTES ? { mark: `${basename(path)} ${found.size} ${modifiedAt}`, modifiedAt } : null;
  } catch {
    // Most films have none.
    return null;
  }
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // One that may not be read is as good as none: the film is what matters.
    return null;
  }
}
