import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { milliseconds } from '../../../shared/time/index.ts';
import type { MediaFiles, PathFacts, SidecarFile, SurveyedFile, WalkedPath } from '../../application/ports/media-files.ts';
import { fingerprint } from './fingerprint.ts';
import { markSidecar, readSidecarFile, sidecarsOf } from './sidecar-files.ts';
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
      if (!isMissing(error)) return { type: 'not-readable' };
      return { type: isUndecodable(path) ? 'bad-name' : 'not-found' };
    }
  }

  async *walk(path: string): AsyncIterable<WalkedPath> {
    const { type } = await this.inspect(path);
    if (type === 'folder') yield* walkFolder(path, new Set());
    else yield { path, type: 'file', sidecars: sidecarsOf(path) };
  }

  async *survey(path: string): AsyncIterable<readonly SurveyedFile[]> {
    let files: WalkedPath[] = [];
    for await (const walked of this.walk(path)) {
      if (walked.type === 'file') files.push(walked);
      if (files.length < SURVEY_BATCH) continue;
      yield await seenFiles(files);
      files = [];
    }
    yield await seenFiles(files);
  }

  fingerprint(path: string, sizeBytes: number): Promise<string> {
    return fingerprint(path, sizeBytes);
  }

  readSidecar(path: string): Promise<SidecarFile | null> {
    return readSidecarFile(sidecarsOf(path));
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

async function seenFiles(files: readonly WalkedPath[]): Promise<readonly SurveyedFile[]> {
  const seen = await Promise.all(files.map(seenFile));
  return seen.filter((file) => file !== null);
}

async function seenFile({ path, sidecars }: WalkedPath): Promise<SurveyedFile | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return null;
    const modifiedAt = milliseconds(Math.floor(found.mtimeMs));
    return { path, sizeBytes: found.size, modifiedAt, sidecarMark: await markSidecar(sidecars) };
  } catch {
    // Gone since the walk, or a link to nowhere: not there.
    return isUndecodable(path) ? { path, sizeBytes: 0, modifiedAt: milliseconds(0), sidecarMark: null } : null;
  }
}

/** A name that no file can have is not there either: too long, a file where a folder should be, links in a circle. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? '');
}

/** Node puts this in place of bytes of a name that are no UTF-8; it can stand in a real name, too, but such a file is there. */
function isUndecodable(path: string): boolean {
  return path.includes('\uFFFD');
}
