import { say } from './progress.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * Makes this machine ready, or ends the process with the reason.
 *
 * @param {import('./prepare.mjs').Purpose} purpose
 * @param {() => Promise<void>} [afterwards] more that has to be done before anything can start, such as bundling
 * @returns {Promise<void>}
 */
export function prepareOrExit(purpose, afterwards = async () => undefined) {
  return doOrExit(async () => {
    const { prepare } = await import('./prepare.mjs');
    await prepare(purpose);
    await afterwards();
  });
}

/**
 * Does something, or ends the process with the reason: a set-up failure in its own words, a defect with its stack.
 *
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function doOrExit(work) {
  try {
    await work();
  } catch (error) {
    say(wordsFor(error));
    process.exit(1);
  }
}

/** @param {unknown} error */
function wordsFor(error) {
  if (error instanceof SetupFailure) return error.message;
  if (isMissingPackage(error)) return `A package is not installed: ${error.message.split('\n')[0]}\n  Type "npm ci" first.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isMissingPackage(error) {
  return error instanceof Error && 'code' in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code));
}
