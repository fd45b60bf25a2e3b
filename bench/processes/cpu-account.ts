import { type ProcessEntry, type ProcessSnapshot, processTree } from './process-entry.ts';

/** What the processes of a tree do. */
export interface Roles {
  /** The role of a process, by its command and whether it is the root. */
  readonly of: (entry: ProcessEntry, isRoot: boolean) => string;
  /** The role of children that have ended, of which only their parent tells. */
  readonly ofEnded: string;
}

/** CPU milliseconds by role. */
export type CpuByRole = ReadonlyMap<string, number>;

/**
 * Counts the CPU time of a process and of all that descend from it, those that ended included, from the first look on. Where the system
 * does not tell the time of ended children, what they used after the last look at them is missed; look often there.
 */
export class CpuAccount {
  readonly #rootPid: number;
  readonly #roles: Roles;
  #seen = new Map<number, ProcessEntry>();
  #start: CpuByRole | null = null;

  constructor(rootPid: number, roles: Roles) {
    this.#rootPid = rootPid;
    this.#roles = roles;
  }

  /** Takes a look. @throws Error when the root is gone */
  observe(snapshot: ProcessSnapshot): void {
    const tree = processTree(snapshot, this.#rootPid);
    if (tree.length === 0) throw new Error(`Process ${this.#rootPid} has ended`);
    if (snapshot.tellsEndedChildren) this.#seen = new Map();
    for (const entry of tree) this.#seen.set(entry.pid, entry);
    this.#start ??= this.#totals();
  }

  /** CPU time between the first look and the last, by role. A role is there even when it used none. */
  used(): CpuByRole {
    const totals = this.#totals();
    const roles = new Set([...totals.keys(), ...(this.#start?.keys() ?? [])]);
    return new Map([...roles].map((role) => [role, (totals.get(role) ?? 0) - (this.#start?.get(role) ?? 0)]));
  }

  #totals(): CpuByRole {
    const totals = new Map<string, number>();
    const add = (role: string, ms: number): void => void totals.set(role, (totals.get(role) ?? 0) + ms);
    for (const entry of this.#seen.values()) {
      add(this.#roles.of(entry, entry.pid === this.#rootPid), entry.ownMs);
      if (entry.endedChildrenMs > 0) add(this.#roles.ofEnded, entry.endedChildrenMs);
    }
    return totals;
  }
}

/** All that was used, whatever the role. */
export function totalOf(used: CpuByRole): number {
  return [...used.values()].reduce((sum, ms) => sum + ms, 0);
}
