import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

/** What a soak does to a running channel. */
export type Blow = 'decoder killed' | 'decoder stopped' | 'encoder killed' | 'push killed' | 'engine killed';

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
    process.kill(victim.pid, blow === 'decoder stopped' ? 'SIGSTOP' : 'SIGKILL');
    return true;
  } catch {
    // It ended by itself in the meantime.
    return false;
  }
}
