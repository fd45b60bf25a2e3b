import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Behind everything else, yet not starved: where two want one processor this one gets a tenth of it (sched(7)). Decoders lower theirs further.
 * Niceness of POSIX; "below normal" on Windows.
 */
const NICENESS = constants.priority.PRIORITY_BELOW_NORMAL;

/** Puts this process, and with it whatever it starts, behind the air: on the processors and, on Linux, at the disk. */
export function giveWay(): void {
  setPriority(NICENESS);
  if (process.platform !== 'linux') return;
  giveWayAsGroup();
  // Disk time that nobody else asks for. Part of util-linux, which nearly every system has; without it the disk is shared as usual.
  execFile('ionice', ['-c', '3', '-p', String(process.pid)], () => undefined);
}

/**
 * sched(7): where the kernel groups processes by session (autogroup), niceness counts within a session alone, and this process has a session of
 * its own. The group as a whole is made nice here.
 */
function giveWayAsGroup(): void {
  try {
    writeFileSync('/proc/self/autogroup', String(NICENESS));
  } catch {
    // A kernel without autogroups has no such file, and niceness counts there as it is.
  }
}
