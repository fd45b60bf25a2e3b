/**
 * Preloaded into a station under measurement (`NODE_OPTIONS=--import`): writes down, twice a second, how long its event loop was blocked at
 * most since the last time. One line each, `{"at": <ms since 1970>, "maxMs": <number>}`, into the file that PERPETUA_LOOP_WATCH names.
 */
import { appendFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 500;
const RESOLUTION_MS = 5;

const path = process.env.PERPETUA_LOOP_WATCH;
// The engine and the workshop inherit the environment; they are not what is measured.
if (path !== undefined && process.argv[1]?.endsWith('station.ts')) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  setInterval(() => {
    appendFileSync(path, `${JSON.stringify({ at: Date.now(), maxMs: Math.max(0, delay.max / 1e6 - RESOLUTION_MS) })}\n`);
    delay.reset();
  }, EVERY_MS).unref();
}
