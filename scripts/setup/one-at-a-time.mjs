import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stateFolder } from './places.mjs';
import { say } from './progress.mjs';

const RETRY_MS = 300;

/**
 * Lets one set-up at a time change node_modules: two commands started together would undo each other's work.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [folder] where the lock is
 * @returns {Promise<T>}
 */
export async function oneAtATime(work, folder = stateFolder) {
  fs.mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'set-up.lock');
  await take(lock);
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
async function take(lock) {
  let hasSpoken = false;
  while (!isTaken(lock)) {
    const holder = holderOf(lock);
    if (holder !== null && !isAlive(holder)) {
      fs.rmSync(lock, { force: true }); // its set-up was killed
      continue;
    }
    if (!hasSpoken) say('Another set-up is at work here; waiting for it.');
    hasSpoken = true;
    await pause(RETRY_MS);
  }
}

/** @param {string} lock */
function isTaken(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} lock */
function holderOf(lock) {
  try {
    return Number(fs.readFileSync(lock, 'utf8')) || null;
  } catch {
    return null; // let go of between the two looks
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
