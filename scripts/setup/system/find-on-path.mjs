import fs from 'node:fs';
import path from 'node:path';

/**
 * @param {string} command its bare name
 * @returns {string | null} the file that would run, null when PATH has none
 */
export function findOnPath(command) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    if (folder === '' || folder.includes('node_modules')) continue; // npm scripts put node_modules/.bin first
    for (const extension of extensions) {
      const file = path.join(folder, `${command}${extension}`);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

/**
 * @param {string} file
 * @returns {boolean} whether it is a file that we may run
 */
export function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false; // not there, or not ours to run: what the caller asked about
  }
}
