import fs from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../places.mjs';

/** The folder of the `electron` package, which holds `dist/` (the binary) and `path.txt` (its name in there). */
export const electronPackageFolder = path.join(projectFolder, 'node_modules', 'electron');

/** @returns {string} the version that package.json asks for */
export function wantedElectronVersion() {
  return JSON.parse(fs.readFileSync(path.join(electronPackageFolder, 'package.json'), 'utf8')).version;
}

/** @returns {string} where the binary is, or would be */
export function electronExecutable() {
  const distribution = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(electronPackageFolder, 'dist');
  return path.join(distribution, relativeExecutable() ?? 'electron');
}

/** @returns {string | null} the version of the binary that is in place, null when there is none that could run */
export function installedElectronVersion() {
  try {
    fs.accessSync(electronExecutable(), fs.constants.X_OK);
    return fs
      .readFileSync(path.join(electronPackageFolder, 'dist', 'version'), 'utf8')
      .replace(/^v/, '')
      .trim();
  } catch {
    return null; // not there: what the caller asked about
  }
}

function relativeExecutable() {
  const pathFile = path.join(electronPackageFolder, 'path.txt');
  return fs.existsSync(pathFile) ? fs.readFileSync(pathFile, 'utf8') : null;
}
