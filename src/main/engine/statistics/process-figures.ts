import { readFile } from 'node:fs/promises';

/** What a process has used: CPU seconds since its start, and the memory that it has now. */
export interface ProcessFigures {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
}

/** Linux tells CPU time in hundredths of a second to programs, on every architecture (USER_HZ). */
const TICKS_PER_SECOND = 100;
/** The page size of all of Linux's common configurations for PCs. */
const PAGE_BYTES = 4096;

/**
 * Reads a line of Linux's `/proc/PID/stat` (proc(5)): utime and stime are its fields 14 and 15, rss is field 24. The program's name, field 2, may hold blanks
 * and brackets itself. Null when it is no such line.
 */
export function parseProcessStat(line: string): ProcessFigures | null {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [user, system, pages] = [fields[11], fields[12], fields[21]].map(Number);
  if (user === undefined || system === undefined || pages === undefined || !Number.isFinite(user + system + pages)) return null;
  return { cpuSeconds: (user + system) / TICKS_PER_SECOND, rssBytes: pages * PAGE_BYTES };
}

/** The figures of a living process; null when it is gone, or the system has no /proc. */
export async function readProcessFigures(pid: number): Promise<ProcessFigures | null> {
  try {
    return parseProcessStat(await readFile(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    // It has ended, or this is no Linux: either way there is no figure.
    return null;
  }
}
