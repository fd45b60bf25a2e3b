import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { EngineLog } from '../hub/index.ts';
import type { ChildRegistry } from '../processes/child-registry.ts';
import { LatestFile } from './latest-file.ts';
import { processIdentity } from './process-identity.ts';

const childrenSchema = z.array(z.object({ pid: z.int().min(2), name: z.string(), identity: z.string().nullable() }));
type Child = z.infer<typeof childrenSchema>[number];

/** Keeps the living children in a file, so that the next engine can end what a crash left behind. */
export class FileChildRegistry implements ChildRegistry {
  readonly #file: LatestFile;
  readonly #living = new Map<number, Child>();

  constructor(path: string, log: EngineLog) {
    this.#file = new LatestFile(path, 'whole', log);
  }

  started(pid: number, name: string): void {
    this.#living.set(pid, { pid, name, identity: processIdentity(pid) });
    this.#file.save([...this.#living.values()]);
  }

  ended(pid: number): void {
    this.#living.delete(pid);
    this.#file.save([...this.#living.values()]);
  }

  /** The living ones. */
  get pids(): readonly number[] {
    return [...this.#living.keys()];
  }

  settled(): Promise<void> {
    return this.#file.settled();
  }
}

/** Ends the children that an earlier engine left. A process is only touched when it is certain to be one of them. @returns how many. */
export async function endLeftOverChildren(path: string, log: EngineLog): Promise<number> {
  const children = await readChildren(path);
  const left = children.filter(({ pid, identity }) => identity !== null && identity === processIdentity(pid));
  for (const { pid, name } of left) {
    log.warn('A child of an earlier engine is ended', { pid, name });
    try {
      process.kill(-pid, 'SIGKILL');
    } catch (error) {
      log.warn('It was gone already', { pid, cause: String(error) });
    }
  }
  return left.length;
}

async function readChildren(path: string): Promise<readonly Child[]> {
  try {
    return childrenSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    // No file, or one that a crash spoilt: nothing is certain, so nothing is ended.
    return [];
  }
}
