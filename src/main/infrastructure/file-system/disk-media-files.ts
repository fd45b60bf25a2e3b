import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { milliseconds } from '../../../shared/time/index.ts';
import type { MediaFiles, PathFacts, WalkedPath } from '../../application/ports/media-files.ts';
import type { SeenFile, Sidecar } from '../../domain/library/index.ts';
import { fingerprint } from './fingerprint.ts';
import { readSidecarFile } from './read-sidecar-file.ts';
import { walkFolder } from './walk-media.ts';

/** How many files are asked about at once: enough to keep a network disk busy. */
const SURVEY_BATCH = 500;

/** The media files on this machine's own and mounted disks. */
export class DiskMediaFiles implements MediaFiles {
  async inspect(path: string): Promise<PathFacts> {
    try {
      const found = await stat(path);
      await access(path, constants.R_OK);
      if (found.isDirectory()) return { type: 'folder' };
      if (!found.isFile()) return { type: 'other' };
      return { type: 'file', sizeBytes: found.size, modifiedAt: milliseconds(Math.floor(found.mtimeMs)) };
    } catch (error) {
      return { type: isMissing(error) ? 'not-found' : 'not-readable' };
    }
  }

  async *walk(path: string): AsyncIterable<WalkedPath> {
    const { type } = await this.inspect(path);
    if (type === 'folder') yield* walkFolder(path, new Set());
    else yield { path, type: 'file' };
  }

  async *survey(path: string): AsyncIterable<readonly SeenFile[]> {
    let paths: string[] = [];
    for await (const walked of this.walk(path)) {
      if (walked.type === 'file') paths.push(walked.path);
      if (paths.length < SURVEY_BATCH) continue;
      yield await seenFiles(paths);
      paths = [];
    }
    yield await seenFiles(paths);
  }

  fingerprint(path: string, sizeBytes: number): Promise<string> {
    return fingerprint(path, sizeBytes);
  }

  readSidecar(path: string): Promise<Sidecar | null> {
    return readSidecarFile(path);
  }

  foldersBetween(root: string, path: string): readonly string[] {
    const below = dirname(relative(root, path)).split(sep);
    return root === path ? [basename(dirname(path))] : [basename(root), ...below];
  }

  fileName(path: string): string {
    return basename(path);
  }

  normalise(path: string): string | null {
    return isAbsolute(path) && !path.includes('\0') ? resolve(path) : null;
  }
}

async function seenFiles(paths: readonly string[]): Promise<readonly SeenFile[]> {
  const seen = await Promise.all(paths.map(seenFile));
  return seen.filter((file) => file !== null);
}

async function seenFile(path: string): Promise<SeenFile | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? { path, sizeBytes: found.size, modifiedAt: milliseconds(Math.floor(found.mtimeMs)) } : null;
  } catch {
    // Gone since the walk, or a link to nowhere: not there.
    return null;
  }
}

/** A name that no file can have is not there either: too long, a file where a folder should be, links in a circle. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? '');
}
