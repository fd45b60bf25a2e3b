import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** How long work kept the event loop from everything else, at its worst, milliseconds. */
export interface BusyTurns {
  /** By the wall clock: what a console or a caller waited, also because other processes had the machine. */
  readonly longestWaitMs: number;
  /** Processor time of the one turn that took most: what the work itself is to blame for, however busy the machine. */
  readonly longestTurnMs: number;
}

/** Watches the event loop while some work is done. */
export async function watchTurns<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly turns: BusyTurns }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // Until it has seen one turn it takes no note of what keeps it waiting.
  await pause(20);
  let isOver = false;
  const longest = longestTurn(() => isOver);
  try {
    const result = await work();
    isOver = true;
    const longestTurnMs = await longest;
    return { result, turns: { longestWaitMs: Math.round(delay.max / 1e6), longestTurnMs: Math.round(longestTurnMs) } };
  } finally {
    isOver = true;
    delay.disable();
  }
}

async function longestTurn(isOver: () => boolean): Promise<number> {
  let longest = 0;
  for (let before = cpuMs(); !isOver(); ) {
    await nextTurn();
    const now = cpuMs();
    longest = Math.max(longest, now - before);
    before = now;
  }
  return longest;
}

/** Of this thread alone: neither the garbage collector's helpers nor other processes count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
