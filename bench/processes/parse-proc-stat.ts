import type { ProcessEntry } from './process-entry.ts';

/** Linux counts CPU time for programs in hundredths of a second on every architecture (USER_HZ). */
const MS_PER_TICK = 10;

/** Reads a line of `/proc/PID/stat` (proc(5)). The name in brackets may hold blanks and brackets itself. null when it is no such line. */
export function parseProcStat(line: string, command: string): ProcessEntry | null {
  const match = /^(\d+) \(.*\) (.+)$/s.exec(line.trimEnd());
  const fields = match?.[2]?.split(' ') ?? [];
  // Fields 4 (ppid) and 14 to 17 (utime, stime, cutime, cstime); the first one here is field 3.
  const [parentPid, user, system, childUser, childSystem] = [fields[1], ...fields.slice(11, 15)].map(Number);
  if (!match || parentPid === undefined || user === undefined || system === undefined) return null;
  if (childUser === undefined || childSystem === undefined) return null;
  const pid = Number(match[1]);
  return { pid, parentPid, command, ownMs: (user + system) * MS_PER_TICK, endedChildrenMs: (childUser + childSystem) * MS_PER_TICK };
}
