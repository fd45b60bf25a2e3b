import { ensureElectron } from './electron/ensure-electron.mjs';
import { ensureFfmpeg } from './ffmpeg/ensure-ffmpeg.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { elapsedMs, say } from './progress.mjs';
import { ensureSqliteBinding } from './sqlite/ensure-sqlite-binding.mjs';
import { isProven, rememberProof } from './stamp.mjs';
import { ensureVirtualDisplay } from './system/ensure-virtual-display.mjs';
import { ensureWindowLibraries } from './system/ensure-window-libraries.mjs';

/** @typedef {'station' | 'console' | 'tests'} Purpose */

const withElectron = [ensureElectron, ensureWindowLibraries, () => ensureSqliteBinding({ electron: true })];

/**
 * What each purpose needs, in the order in which it is seen to. The headless station needs no Electron.
 *
 * @type {Readonly<Record<Purpose, readonly (() => Promise<void>)[]>>}
 */
const STEPS = {
  station: [ensureFfmpeg, () => ensureSqliteBinding({ electron: false })],
  console: [ensureFfmpeg, ...withElectron],
  tests: [ensureFfmpeg, ensureVirtualDisplay, ...withElectron],
};

/**
 * Makes this machine ready, and says what it does on stderr. Does nothing when it was proven ready before and nothing changed.
 *
 * @param {Purpose} purpose
 * @returns {Promise<void>}
 * @throws {import('./setup-failure.mjs').SetupFailure} naming what is missing and the command that brings it
 */
export async function prepare(purpose) {
  if (isProven(purpose)) return;
  await oneAtATime(async () => {
    if (isProven(purpose)) return;
    say(`Making this machine ready for the ${purpose} ...`);
    for (const step of STEPS[purpose]) await step();
    rememberProof(purpose);
    say(`Ready in ${(elapsedMs() / 1000).toFixed(1)} s.`);
  });
}
