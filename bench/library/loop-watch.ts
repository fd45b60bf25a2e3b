/**
 * Preloaded into a station under measurement (`NODE_OPTIONS=--import`): writes down, twice a second, how long its event loop was blocked at
 * most since the last time, and how much of a processor it used at most in one go: on a crowded machine most of a block is waiting for one. One
 * line each, `{"at": <ms since 1970>, "maxMs": <number>, "busyMs": <number>}`, into the file that PERPETUA_LOOP_WATCH names.
 */
import { appendFileSync } from 'node:fs';

const EVERY_MS = 500;
const TICK_MS = 5;

const path = process.env.PERPETUA_LOOP_WATCH;
// The engine and the workshop inherit the environment; they are not what is measured.
if (path !== undefined && process.argv[1]?.endsWith('station.ts')) watch(path);

function watch(file: string): void {
  let before = now();
  let written = before.wall;
  let worst = { maxMs: 0, busyMs: 0 };
  const look = () => {
    const { wall, cpu } = now();
    worst = { maxMs: Math.max(worst.maxMs, wall - before.wall - TICK_MS), busyMs: Math.max(worst.busyMs, cpu - before.cpu) };
    before = { wall, cpu };
    if (wall - written < EVERY_MS) return;
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), ...worst })}\n`);
    written = wall;
    worst = { maxMs: 0, busyMs: 0 };
  };
  setInterval(look, TICK_MS).unref();
}

/** This moment, and what this thread used of a processor so far, milliseconds. */
function now(): { readonly wall: number; readonly cpu: number } {
  const { user, system } = process.threadCpuUsage();
  return { wall: performance.now(), cpu: (user + system) / 1000 };
}
