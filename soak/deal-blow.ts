import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** What a soak does to a running channel. */
export type Blow = 'decoder killed' | 'decoder stopped' | 'decoder slowed' | 'encoder killed' | 'push killed' | 'engine killed';

/** A read from a disk that has to wake up, or that somebody else uses: more than a decoder has in hand. */
const SLOW_READ_MS = 2000;

/** Deals a blow to an engine or one of its children. @returns whether there was anything to hit. */
export async function dealBlow(blow: Blow, engine: ChildProcess, childrenPath: string): Promise<boolean> {
  if (blow === 'engine killed') {
    const gone = once(engine, 'exit');
    engine.kill('SIGKILL');
    await gone;
    return true;
  }
  const name = blow.split(' ', 1)[0] ?? '';
  const children: readonly { readonly pid: number; readonly name: string }[] = JSON.parse(await readFile(childrenPath, 'utf8'));
  const victim = children.find((child) => child.name.split(' ', 1)[0] === name);
  if (victim === undefined) return false;
  try {
    process.kill(victim.pid, blow === 'decoder stopped' || blow === 'decoder slowed' ? 'SIGSTOP' : 'SIGKILL');
    if (blow === 'decoder slowed') setTimeout(() => wake(victim.pid), SLOW_READ_MS).unref();
    return true;
  } catch {
    // It ended by itself in the meantime.
    return false;
  }
}

function wake(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT');
  } catch {
    // The engine was done with it before its disk was back.
  }
}
