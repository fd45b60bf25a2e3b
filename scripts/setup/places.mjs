import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the one that holds package.json. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Where set-up remembers what it has already proven. It goes with node_modules, as does what it speaks of. */
export const stateFolder = path.join(projectFolder, 'node_modules', '.perpetua');

/**
 * This user's cache for what took long to fetch or to compile; it outlives `npm ci` and is shared by every clone.
 *
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} home the user's home folder
 * @returns {string} an absolute path, not necessarily there yet
 */
export function cacheFolderOf(platform, environment, home) {
  if (environment.XDG_CACHE_HOME) return path.join(environment.XDG_CACHE_HOME, 'perpetua');
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'perpetua');
  if (platform === 'win32') return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'), 'perpetua', 'Cache');
  return path.join(home, '.cache', 'perpetua');
}

/** @returns {string} this user's cache folder on this machine */
export const cacheFolder = () => cacheFolderOf(process.platform, process.env, os.homedir());
