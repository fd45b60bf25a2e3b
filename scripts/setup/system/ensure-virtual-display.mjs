import { SetupFailure } from '../setup-failure.mjs';
import { hasApt, installAptPackages } from './apt-packages.mjs';
import { findOnPath } from './find-on-path.mjs';

const REASON = 'Xvfb is missing: without a display, the end-to-end tests draw the window on a virtual one.';

/**
 * Makes sure that windows can be opened by a test: on a display, or on Xvfb where there is none.
 *
 * @returns {Promise<void>}
 * @throws {SetupFailure}
 */
export async function ensureVirtualDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || findOnPath('Xvfb')) return;
  if (hasApt()) return installAptPackages([['xvfb']], REASON);
  throw new SetupFailure(REASON, ["Install your system's package of Xvfb, then try again."]);
}
