import path from 'node:path';
import { say, withProgress } from '../progress.mjs';
import { lastWords, runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { installFallbackElectron, isFallbackPossible } from './fallback-electron.mjs';
import { FALLBACK_RELEASE } from './fallback-release.mjs';
import { electronPackageFolder, installedElectronVersion, wantedElectronVersion } from './installed-electron.mjs';

const INSTALLER_TIMEOUT_MS = 10 * 60_000;

/**
 * Makes sure that there is an Electron binary: the one in place, else the electron package's own download, else the fallback.
 * `PERPETUA_ELECTRON=official` tries the download again on a machine that has the fallback; `=fallback` does not try it.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} when none can be had
 */
export async function ensureElectron() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return;
  const choice = process.env.PERPETUA_ELECTRON ?? 'any';
  const installed = installedElectronVersion();
  const wanted = wantedElectronVersion();
  if (installed === wanted) return;
  if (installed === FALLBACK_RELEASE.electronVersion && choice !== 'official') return;

  const failure = choice === 'fallback' ? 'not tried (PERPETUA_ELECTRON=fallback)' : await runOwnInstaller(wanted);
  if (failure === null) return;
  if (choice === 'official' || !isFallbackPossible()) throw new SetupFailure(`Electron: ${failure}`, REMEDIES);
  await installFallbackElectron();
  say(`Electron: ${FALLBACK_RELEASE.electronVersion} stands in for ${wanted} (${failure}).`);
  say('Electron: it is for development and tests only; docs/development.md says what it is.');
}

const REMEDIES = [
  'Its binary is downloaded from GitHub. Behind a proxy set HTTPS_PROXY, or name a mirror with ELECTRON_MIRROR, then try again:',
  '  npm run setup',
];

/**
 * @param {string} wanted the version it is to bring
 * @returns {Promise<string | null>} null when it worked, else why not
 */
async function runOwnInstaller(wanted) {
  const result = await withProgress(`Electron: fetching ${wanted} with its own installer`, () =>
    runCommand(process.execPath, [path.join(electronPackageFolder, 'install.js')], { timeoutMs: INSTALLER_TIMEOUT_MS }),
  );
  if (result.status === 0 && installedElectronVersion() === wanted) return null;
  return `its own download failed: ${lastWords(result)}`;
}
