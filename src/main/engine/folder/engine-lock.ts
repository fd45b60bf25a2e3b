import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { isProcessAlive, processIdentity } from './process-identity.ts';

/** Held by the one engine of a folder. */
export interface EngineLock {
  release(): void;
}

/**
 * Takes an engine folder for this process. What a dead engine left is taken over.
 * @returns the lock, or the number of the process that holds it. @throws the system's error when the folder can't be written.
 */
export function takeEngineLock(path: string): EngineLock | number {
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  for (;;) {
    if (create(path, mine)) return { release: () => rmSync(path, { force: true }) };
    const holder = readHolder(path);
    if (holder !== null && isAlive(holder)) return holder.pid;
    rmSync(path, { force: true });
  }
}

interface Holder {
  readonly pid: number;
  readonly identity: string | null;
}

function create(path: string, text: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, text);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const { pid, identity } = holder as Holder;
    return Number.isInteger(pid) ? { pid, identity: identity ?? null } : null;
  } catch {
    // Gone in the meantime, or spoilt by a crash.
    return null;
  }
}

function isAlive({ pid, identity }: Holder): boolean {
  if (pid === process.pid || !isProcessAlive(pid)) return false;
  return identity === null || identity === processIdentity(pid);
}
