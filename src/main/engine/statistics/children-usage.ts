import type { ProcessFigures } from './process-figures.ts';

/** What all children together used since the last look, in cores, and the memory that they have; null where the system does not tell, and before the second look. */
export interface ChildrenUsage {
  readonly children: number;
  readonly childrenCpu: number | null;
  readonly childrenRssBytes: number | null;
}

/** Looking costs a file for each child; what they use changes slowly. */
const LOOK_EVERY_SECONDS = 5;

/** Looks at the children every five seconds, and says the same in between. What a child used after the last look at it is not counted. */
export class ChildrenWatch {
  readonly #read: (pid: number) => Promise<ProcessFigures | null>;
  #last: ReadonlyMap<number, number> | null = null;
  #spanSeconds = 0;
  #usage: ChildrenUsage = { children: 0, childrenCpu: null, childrenRssBytes: null };

  constructor(read: (pid: number) => Promise<ProcessFigures | null>) {
    this.#read = read;
  }

  /** What these children use, `spanSeconds` after it was last asked. */
  async look(pids: readonly number[], spanSeconds: number): Promise<ChildrenUsage> {
    this.#spanSeconds += spanSeconds;
    if (this.#last === null || this.#spanSeconds >= LOOK_EVERY_SECONDS) {
      this.#usage = await this.#lookAt(pids, this.#spanSeconds);
      this.#spanSeconds = 0;
    }
    return { ...this.#usage, children: pids.length };
  }

  async #lookAt(pids: readonly number[], spanSeconds: number): Promise<ChildrenUsage> {
    const figures = await Promise.all(pids.map(async (pid) => [pid, await this.#read(pid)] as const));
    const known = figures.flatMap(([pid, read]) => (read === null ? [] : [[pid, read] as const]));
    const last = this.#last;
    this.#last = new Map(known.map(([pid, { cpuSeconds }]) => [pid, cpuSeconds]));
    if (known.length === 0 && pids.length > 0) return { children: pids.length, childrenCpu: null, childrenRssBytes: null };
    const used =
      last === null ? null : known.reduce((sum, [pid, { cpuSeconds }]) => sum + Math.max(0, cpuSeconds - (last.get(pid) ?? 0)), 0);
    return {
      children: pids.length,
      childrenCpu: used === null ? null : used / spanSeconds,
      childrenRssBytes: known.reduce((sum, [, { rssBytes }]) => sum + rssBytes, 0),
    };
  }
}
