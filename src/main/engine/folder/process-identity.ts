import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one that got its number: when it started, as Linux counts it. Null when there is no such process, or
 * where the system doesn't tell.
 */
export function processIdentity(pid: number): string | null {
  return processFields(pid)?.[19] ?? null;
}

/** Whether a process of that number is alive. One that ended and was not yet collected by its parent is not (Linux tells). */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return processFields(pid)?.[0] !== 'Z';
}

/** The fields after the name in proc(5)'s `stat`: the state is the first, the start time the 20th. Null where there is none to read. */
function processFields(pid: number): readonly string[] | null {
  try {
    // The name, in brackets, may hold anything.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
