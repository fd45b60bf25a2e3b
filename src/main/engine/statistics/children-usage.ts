import type { ProcessFigures } from './process-figures.ts';

/** What all children together used since the last look, in cores, and the memory that they have; null where the system does not tell. */
export interface ChildrenUsage {
  readonly children: number;
  readonly childrenCpu: number | null;
  readonly childrenRssBytes: number | null;
}

/** Looks at the children again and again. What a child used after the last look at it is not counted. */
export class ChildrenWatch {
  readonly #read: (pid: number) => Promise<ProcessFigures | null>;
  #last: ReadonlyMap<number, number> = new Map();

  constructor(read: (pid: number) => Promise<ProcessFigures | null>) {
    this.#read = read;
  }

  /** Looks at these children, `spanSeconds` after the last look. */
  async look(pids: readonly number[], spanSeconds: number): Promise<ChildrenUsage> {
    const figures = await Promise.all(pids.map(async (pid) => [pid, await this.#read(pid)] as const));
    const known = figures.flatMap(([pid, read]) => (read === null ? [] : [[pid, read] as const]));
    const last = this.#last;
    this.#last = new Map(known.map(([pid, { cpuSeconds }]) => [pid, cpuSeconds]));
    if (known.length === 0 && pids.length > 0) return { children: pids.length, childrenCpu: null, childrenRssBytes: null };
    const seconds = known.reduce((sum, [pid, { cpuSeconds }]) => sum + Math.max(0, cpuSeconds - (last.get(pid) ?? 0)), 0);
    return {
      children: pids.length,
      childrenCpu: seconds / spanSeconds,
      childrenRssBytes: known.reduce((sum, [, { rssBytes }]) => sum + rssBytes, 0),
    };
  }
}
