import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one that got its number: when it started, as Linux counts it. Null when there is no such process, or
 * where the system doesn't tell.
 */
export function processIdentity(pid: number): string | null {
  try {
    // The name, in brackets, may hold anything; the start time is the 20th field after it (proc(5), field 22).
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether a process of that number is alive. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
