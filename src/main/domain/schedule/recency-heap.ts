import { type Frames, frames } from '../../../shared/time/index.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** An asset with its length on the channel's grid and its place in the rotation. */
export interface RotationEntry {
  readonly asset: SchedulableAsset;
  readonly durationFrames: Frames;
  readonly lastPlayFrame: Frames | null;
}

/**
 * Keeps assets so that the one played longest ago comes out first: a binary heap, so a pick from 100,000 costs some seventeen
 * comparisons and not a sort.
 */
export class RecencyHeap {
  private readonly entries: RotationEntry[];

  constructor(entries: readonly RotationEntry[]) {
    this.entries = [...entries];
    for (let index = (this.entries.length >> 1) - 1; index >= 0; index -= 1) this.sink(index);
  }

  get size(): number {
    return this.entries.length;
  }

  /** The one played longest ago, left where it is. */
  peek(): RotationEntry | null {
    return this.entries[0] ?? null;
  }

  /** Marks the first one as played at `at`, which sends it to the back. */
  playFirst(at: Frames): void {
    const first = this.entries[0];
    if (first === undefined) return;
    this.entries[0] = { ...first, lastPlayFrame: frames(at) };
    this.sink(0);
  }

  private sink(from: number): void {
    let index = from;
    while (true) {
      const child = this.earlierChild(index);
      if (child === null || isEarlier(this.at(index), this.at(child))) return;
      const moved = this.at(child);
      this.entries[child] = this.at(index);
      this.entries[index] = moved;
      index = child;
    }
  }

  private earlierChild(index: number): number | null {
    const left = 2 * index + 1;
    if (left >= this.entries.length) return null;
    const right = left + 1;
    return right < this.entries.length && isEarlier(this.at(right), this.at(left)) ? right : left;
  }

  private at(index: number): RotationEntry {
    return this.entries[index] as RotationEntry;
  }
}

/** Whether `a` is due before `b`: never played first, then the least recent, ties by house ID. */
function isEarlier(a: RotationEntry, b: RotationEntry): boolean {
  const lastA = a.lastPlayFrame ?? Number.NEGATIVE_INFINITY;
  const lastB = b.lastPlayFrame ?? Number.NEGATIVE_INFINITY;
  if (lastA !== lastB) return lastA < lastB;
  if (a.asset.houseId !== b.asset.houseId) return a.asset.houseId < b.asset.houseId;
  return a.asset.id < b.asset.id;
}
