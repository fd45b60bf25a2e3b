import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Puts this process, and with it whatever it starts, behind everything else that wants processor or disk: the lowest priority there is (POSIX
 * `nice` 19; idle on Windows) and, on Linux, disk time that nobody else asks for.
 */
export function giveWay(): void {
  setPriority(constants.priority.PRIORITY_LOW);
  if (process.platform !== 'linux') return;
  giveWayAsGroup();
  // Part of util-linux, which nearly every system has; without it the disk is shared as usual.
  execFile('ionice', ['-c', '3', '-p', String(process.pid)], () => undefined);
}

/**
 * sched(7): where the kernel groups processes by session (autogroup), niceness counts within a session alone, and this process has a session of
 * its own. The group as a whole is made nice here.
 */
function giveWayAsGroup(): void {
  try {
    writeFileSync('/proc/self/autogroup', '19');
  } catch {
    // A kernel without autogroups has no such file, and niceness counts there as it is.
  }
}
