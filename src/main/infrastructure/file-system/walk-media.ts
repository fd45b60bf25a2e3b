import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WalkedPath } from '../../application/ports/media-files.ts';
import { couldBeMedia, couldHoldMedia } from './could-be-media.ts';
import { sidecarsOf } from './sidecar-files.ts';

/** Walks a folder, in the order of names. A folder that is reached again by a link, itself even, is passed over. */
export async function* walkFolder(path: string, walked: Set<string>): AsyncIterable<WalkedPath> {
  const entries = await entriesOf(path, walked);
  if (entries === null) {
    yield { path, type: 'unreadable-folder', sidecars: [] };
    return;
  }
  const names = new Set(entries.map(({ name }) => name));
  for (const entry of entries) {
    const child = join(path, entry.name);
    const isFolder = entry.isSymbolicLink() ? await leadsToFolder(child) : entry.isDirectory();
    if (isFolder && couldHoldMedia(entry.name)) yield* walkFolder(child, walked);
    else if (!isFolder && (entry.isFile() || entry.isSymbolicLink()) && couldBeMedia(entry.name))
      yield { path: child, type: 'file', sidecars: sidecarsBeside(path, entry.name, names) };
  }
}

/** Of all the names that a file's sidecar can have, those that its folder holds: asking the disk for each would double the cost of a look. */
function sidecarsBeside(folder: string, name: string, names: ReadonlySet<string>): readonly string[] {
  const there = sidecarsOf(name).filter((sidecar) => names.has(sidecar));
  return there.map((sidecar) => join(folder, sidecar));
}

/** The entries of a folder, none if it was walked before; null if it may not be read or vanished. */
async function entriesOf(path: string, walked: Set<string>): Promise<readonly Dirent[] | null> {
  try {
    const real = await realpath(path);
    if (walked.has(real)) return [];
    walked.add(real);
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

/** A link that leads nowhere is taken for a file: what it should have held is then reported as missing. */
async function leadsToFolder(link: string): Promise<boolean> {
  try {
    return (await stat(link)).isDirectory();
  } catch {
    return false;
  }
}
