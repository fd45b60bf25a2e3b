import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * Unpacks a folder of a zip archive, file modes kept.
 *
 * @param {string} archive
 * @param {string} target the folder that receives it; made when it is not there
 * @param {{ folder: string, leftOut: readonly RegExp[] }} selection
 *   `folder`: the folder inside the archive, with a closing slash; `leftOut`: paths below it that are not wanted
 * @returns {Promise<void>}
 */
export async function unpackRuntime(archive, target, { folder, leftOut }) {
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    // yauzl refuses absolute names and '..' by itself
    const name = entry.fileName.startsWith(folder) ? entry.fileName.slice(folder.length) : '';
    if (name === '' || name.endsWith('/') || leftOut.some((pattern) => pattern.test(name))) continue;
    const file = path.join(target, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), fs.createWriteStream(file, { mode }));
  }
}
