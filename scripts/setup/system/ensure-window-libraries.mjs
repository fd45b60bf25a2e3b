import { electronExecutable } from '../electron/installed-electron.mjs';
import { runCommand } from '../run-command.mjs';
import { SetupFailure } from '../setup-failure.mjs';
import { hasApt, installAptPackages } from './apt-packages.mjs';
import { missingLibraries, packagesOf } from './missing-libraries.mjs';

/**
 * Makes sure that the shared libraries Electron links against are there. Only Linux leaves them to the system.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} naming them
 */
export async function ensureWindowLibraries() {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries((await runCommand('ldd', [electronExecutable()])).stdout);
  if (missing.length === 0) return;
  const reason = `Electron: this system lacks ${missing.join(', ')}.`;
  const { packages, unknown } = packagesOf(missing);
  if (!hasApt() || unknown.length > 0) {
    throw new SetupFailure(reason, ['Install the packages of your system that bring these libraries, then try again.']);
  }
  await installAptPackages(packages, reason);
}
