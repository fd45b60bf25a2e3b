import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 25;

/** Whether a process runs. One that ended and was not yet collected by its parent does not. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

/** Waits for a process to end. False when it has not after `timeoutMs`. */
export async function untilProcessEnds(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isProcessAlive(pid)) {
    if (performance.now() > deadline) return false;
    await pause(POLL_MS);
  }
  return true;
}

/** Asks a process to end; when it does not within `timeoutMs`, ends it and its whole group by force. */
export async function endProcess(pid: number, timeoutMs: number): Promise<void> {
  signalIfThere(pid, 'SIGTERM');
  if (await untilProcessEnds(pid, timeoutMs)) return;
  if (process.platform !== 'win32') signalIfThere(-pid, 'SIGKILL');
  signalIfThere(pid, 'SIGKILL');
  await untilProcessEnds(pid, timeoutMs);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** proc_pid_stat(5): the state is the first field after the program's name, which is in brackets and may hold some. Only Linux tells. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    // It ended between the two questions.
    return true;
  }
}
