import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';

/** How much of a file's start, middle and end is read: enough to tell recordings apart, little enough for a network disk. */
const SAMPLE_BYTES = 64 * 1024;

/** SHA-256 over a file's size and three samples of its content, hexadecimal. Small files are read whole. @throws when it can't be read. */
export async function fingerprint(path: string, sizeBytes: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const hash = createHash('sha256').update(`${sizeBytes}\n`);
    for (const [from, to] of sampledRanges(sizeBytes)) hash.update(await read(file, from, to));
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

/** The half-open ranges of bytes that are read. */
export function sampledRanges(sizeBytes: number): readonly (readonly [number, number])[] {
  if (sizeBytes <= 3 * SAMPLE_BYTES) return [[0, sizeBytes]];
  const middle = Math.floor((sizeBytes - SAMPLE_BYTES) / 2);
  return [
    [0, SAMPLE_BYTES],
    [middle, middle + SAMPLE_BYTES],
    [sizeBytes - SAMPLE_BYTES, sizeBytes],
  ];
}

async function read(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(to - from);
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
