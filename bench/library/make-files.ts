import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SeenFile } from '../../src/main/domain/library/index.ts';

/** How many files are made at once. */
const TOGETHER = 64;

/** Makes empty stand-ins of files with the sizes and times that the library knows, so that a look at their folder finds nothing changed. */
export async function makeFiles(files: readonly SeenFile[], signal: AbortSignal): Promise<void> {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(folder, { recursive: true });
  for (let from = 0; from < files.length; from += TOGETHER) {
    signal.throwIfAborted();
    await Promise.all(files.slice(from, from + TOGETHER).map(makeFile));
  }
}

async function makeFile({ path, sizeBytes, modifiedAt }: SeenFile): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.truncate(sizeBytes);
    await file.utimes(modifiedAt / 1000, modifiedAt / 1000);
  } finally {
    await file.close();
  }
}
