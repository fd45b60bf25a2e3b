import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path that every system takes for a socket (sun_path holds 104 bytes on macOS, 108 on Linux). */
const LONGEST_PATH_BYTES = 100;

/** Where the engine of a folder listens: in the folder, in the temporary folder when that path is too long, or a named pipe on Windows. */
export function socketPath(folder: string, platform: NodeJS.Platform): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 20);
  if (platform === 'win32') return `\\\\.\\pipe\\perpetua-${name}`;
  const inFolder = join(folder, 'engine.sock');
  return Buffer.byteLength(inFolder) <= LONGEST_PATH_BYTES ? inFolder : join(tmpdir(), `perpetua-${name}.sock`);
}
