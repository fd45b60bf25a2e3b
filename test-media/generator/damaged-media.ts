import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes the first part of a file, as a copy that was broken off leaves it. `share`: 0 to 1. @returns `path`. */
export async function makeTruncatedCopy(source: string, path: string, share: number): Promise<string> {
  const whole = await readFile(source);
  return write(path, whole.subarray(0, Math.floor(whole.length * share)));
}

/** Writes a file of noise (the same each time) that is no media at all, whatever its name says. @returns `path`. */
export async function makeCorruptFile(path: string, bytes: number): Promise<string> {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, index) => createHash('sha256').update(String(index)).digest());
  return write(path, Buffer.concat(blocks).subarray(0, bytes));
}

async function write(path: string, content: Buffer): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}
