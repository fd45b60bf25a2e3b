import { SetupFailure } from '../setup-failure.mjs';
import { hasApt, installAptPackages } from './apt-packages.mjs';
import { findOnPath } from './find-on-path.mjs';

const REASON = 'SQLite: its binding has to be compiled here, and there is no C++ compiler, make or Python.';

/**
 * Makes sure that a native module can be compiled.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure} naming what to install
 */
export async function ensureCompiler() {
  if (process.platform === 'win32') return; // node-gyp finds Visual Studio by itself, and says what is missing
  if (['c++', 'make', 'python3'].every((tool) => findOnPath(tool) !== null)) return;
  if (hasApt()) return installAptPackages([['build-essential'], ['python3']], REASON);
  throw new SetupFailure(REASON, process.platform === 'darwin' ? ['  xcode-select --install'] : ['Install g++, make and python3.']);
}
