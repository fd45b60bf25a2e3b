import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** A file of the console, ready to be served. */
export interface ConsoleFile {
  readonly bytes: Buffer;
  readonly contentType: string;
  /** Files whose name holds a hash of their content never change. */
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Perpetua</title>
<h1>The console is not built yet</h1><p>Run <code>npm run build</code> in the station's folder, then load this page again. The channel itself does not need it.</p></html>`;

/** The console's page when there is no build of it: says how to make one. */
export const CONSOLE_NOT_BUILT: ConsoleFile = {
  bytes: Buffer.from(NOT_BUILT),
  contentType: 'text/html; charset=utf-8',
  cacheControl: 'no-store',
};

/**
 * Reads a file of the console's build.
 * @param path as in the URL, still encoded: `/` is the page
 * @returns null for what is not there, or not a kind of file that a console is made of, or outside `folder`
 */
export async function readConsoleFile(folder: string, path: string): Promise<ConsoleFile | null> {
  const name = decode(path === '/' ? '/index.html' : path);
  const contentType = TYPES[extname(name ?? '')];
  if (name === null || contentType === undefined) return null;
  const file = join(folder, name);
  if (!file.startsWith(folder + sep)) return null;
  const bytes = await readIfThere(file);
  if (bytes === null) return null;
  return { bytes, contentType, cacheControl: name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache' };
}

/** The name that an address is for; null for one that is not well-formed, or that no file can have. */
function decode(path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    return /[\0\\]/.test(name) ? null : name;
  } catch {
    return null;
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
