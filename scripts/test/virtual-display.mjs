import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasDisplay } from '../console/has-display.mjs';

const SCREEN = '1920x1080x24';

/**
 * Gives the work a display: the one there is, else an Xvfb of its own that ends with the work.
 *
 * @template T
 * @param {(environment: NodeJS.ProcessEnv) => Promise<T>} work gets the environment to start programs in
 * @returns {Promise<T>}
 */
export async function withVirtualDisplay(work) {
  if (hasDisplay(process.platform, process.env)) return work(process.env);
  // Xvfb finds a free display number by itself and writes it to the descriptor it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    return await work({ ...process.env, DISPLAY: await displayOf(server) });
  } finally {
    server.kill();
  }
}

/** @param {import('node:child_process').ChildProcess} server */
async function displayOf(server) {
  const descriptor = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
  const ended = once(server, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb ended with ${code}`)));
  const [number] = await Promise.race([once(descriptor, 'data'), ended]);
  return `:${String(number).trim()}`;
}
