import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isProcessAlive } from '../system/process-life.ts';

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string() });

/** The process that holds a data folder. `startedAt` tells it from a later process that was given the same number. */
export type LockHolder = z.infer<typeof holderSchema>;

/** Another live station holds the data folder. */
export class StationLockedError extends Error {
  override readonly name = 'StationLockedError';
  readonly holder: LockHolder;

  constructor(holder: LockHolder) {
    super(`Another station (process ${holder.pid}) is already running on this data folder. Stop that one first, or choose another folder.`);
    this.holder = holder;
  }
}

/**
 * Keeps a second station off the data folder while the first one lives: a file with the holder's process number. A holder that was
 * killed leaves the file behind; the next one sees that no such process lives and takes over.
 */
export class StationLock {
  readonly #path: string;
  readonly #text: string;

  private constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  /** @throws StationLockedError while the holder lives. */
  static take(dataFolder: string): StationLock {
    const path = join(dataFolder, 'station.lock');
    const text = JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) ?? 'unknown' } satisfies LockHolder);
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, text);
    try {
      if (!linked(draft, path)) takeFromDead(path, draft);
    } finally {
      rmSync(draft, { force: true });
    }
    return new StationLock(path, text);
  }

  /** Gives the folder back. Leaves alone a lock that is no longer this one. */
  readonly release = (): void => {
    if (readIfThere(this.#path) === this.#text) unlinkSync(this.#path);
  };
}

function takeFromDead(path: string, draft: string): void {
  const aside = `${draft}.dead`;
  const seen = holderOf(path);
  if (seen !== null && isAlive(seen)) throw new StationLockedError(seen);
  // Moved aside rather than deleted: when two stations start at once, only one of them gets the dead lock, and a live one is put back.
  renameSync(path, aside);
  const moved = holderOf(aside);
  if (moved !== null && isAlive(moved)) {
    linked(aside, path);
    rmSync(aside, { force: true });
    throw new StationLockedError(moved);
  }
  rmSync(aside, { force: true });
  if (linked(draft, path)) return;
  throw new StationLockedError(holderOf(path) ?? { pid: 0, startedAt: 'unknown' });
}

/** Creates `path` in one step, whole; false when it is there already. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): LockHolder | null {
  const text = readIfThere(path);
  if (text === null) return null;
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    // Half a lock, from a disk that filled up: nobody holds it.
    return null;
  }
}

function isAlive({ pid, startedAt }: LockHolder): boolean {
  if (!isProcessAlive(pid)) return false;
  const started = startOf(pid);
  return started === null || startedAt === 'unknown' || started === startedAt;
}

/** When a process started, in the kernel's ticks since boot and that boot's name; null where the system does not tell (only Linux does, in /proc). */
function startOf(pid: number): string | null {
  const stat = readIfThere(`/proc/${pid}/stat`);
  const boot = readIfThere('/proc/sys/kernel/random/boot_id');
  // Field 22 (proc_pid_stat(5)), counted after the program's name, which may itself hold spaces and brackets.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return ticks === undefined || boot === null ? null : `${boot.trim()} ${ticks}`;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
