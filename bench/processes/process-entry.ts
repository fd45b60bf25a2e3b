/** A process at one moment. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  readonly command: string;
  /** CPU time, user and system, that it has used itself. */
  readonly ownMs: number;
  /** CPU time of its children that have ended and were waited for; 0 where the system does not tell. */
  readonly endedChildrenMs: number;
}

/** All processes at one moment. */
export interface ProcessSnapshot {
  readonly entries: readonly ProcessEntry[];
  /** Whether the time of ended children is in `endedChildrenMs`; otherwise whoever counts has to look often and remember. */
  readonly tellsEndedChildren: boolean;
}

/** A process and all that descend from it; empty when it is not there. */
export function processTree({ entries }: ProcessSnapshot, rootPid: number): readonly ProcessEntry[] {
  const tree = entries.filter(({ pid }) => pid === rootPid);
  const members = new Set(tree.map(({ pid }) => pid));
  for (let found = tree; found.length > 0; ) {
    found = entries.filter(({ pid, parentPid }) => members.has(parentPid) && !members.has(pid));
    for (const { pid } of found) members.add(pid);
    tree.push(...found);
  }
  return tree;
}
