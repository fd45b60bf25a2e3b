import path from 'node:path';
import { installedElectronVersion } from '../setup/electron/installed-electron.mjs';
import { projectFolder } from '../setup/places.mjs';
import { say, withProgress } from '../setup/progress.mjs';
import { lastWords, runCommand } from '../setup/run-command.mjs';
import { SetupFailure } from '../setup/setup-failure.mjs';

/**
 * Builds the installers that electron-builder.yml names for this platform.
 *
 * @returns {Promise<string | null>} null when they were built, else why not (it fetches its own tools, which may be out of reach)
 */
export async function buildInstallers() {
  const result = await electronBuilder('Package: building the installers', []);
  return result.status === 0 ? null : lastWords(result);
}

/**
 * Builds the application as a folder, `release/<platform>-unpacked`.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure}
 */
export async function buildUnpacked() {
  const result = await electronBuilder('Package: building the application folder', ['--dir']);
  if (result.status !== 0) throw new SetupFailure(`Package: electron-builder failed: ${lastWords(result)}`);
  say('Package: the application is in release/');
}

/**
 * @param {string} what
 * @param {readonly string[]} args
 */
function electronBuilder(what, args) {
  const script = path.join(projectFolder, 'node_modules', 'electron-builder', 'cli.js');
  const electron = ['-c.electronDist=node_modules/electron/dist', `-c.electronVersion=${installedElectronVersion()}`];
  const all = [script, '--publish', 'never', ...electron, ...args];
  return withProgress(what, () => runCommand(process.execPath, all, { cwd: projectFolder, show: true }));
}
