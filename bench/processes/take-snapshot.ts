import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { BenchRefused } from '../bench-section.ts';
import { parseProcStat } from './parse-proc-stat.ts';
import { parsePs } from './parse-ps.ts';
import type { ProcessEntry, ProcessSnapshot } from './process-entry.ts';

/** Looks at all processes. @throws BenchRefused on a system that does not tell CPU time in a way that is known here */
export async function takeSnapshot(platform: NodeJS.Platform): Promise<ProcessSnapshot> {
  if (platform === 'linux') return { entries: await readProc(), tellsEndedChildren: true };
  if (platform === 'darwin') return { entries: parsePs(await runPs()), tellsEndedChildren: false };
  throw new BenchRefused(`CPU time of process trees can be read on Linux and macOS, not on ${platform}.`);
}

async function readProc(): Promise<readonly ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const entries = await Promise.all(pids.map(readProcEntry));
  return entries.filter((entry) => entry !== null);
}

/** null for a process that ended in the meantime. */
async function readProcEntry(pid: string): Promise<ProcessEntry | null> {
  try {
    const [stat, command] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/cmdline`, 'utf8')]);
    return parseProcStat(stat, command.replaceAll('\0', ' ').trim());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return null;
    throw error;
  }
}

async function runPs(): Promise<string> {
  return (await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,time=,command='], { maxBuffer: 16_000_000 })).stdout;
}
