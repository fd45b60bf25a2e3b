import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type FrameRate, type Frames, type Milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { isLongEnough } from './is-long-enough.ts';
import { RecencyHeap, type RotationEntry } from './recency-heap.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** How many of those that were refused for good an explanation names; `candidateCount` counts them all. */
const REFUSED_NAMED = 3;

/** What a rotation goes by. */
export interface RotationRules {
  readonly rate: FrameRate;
  /** Assets shorter than this are refused: no decoder could be ready for what follows them. */
  readonly shortest: Milliseconds;
  /** A play sooner than this after the last one is a makeshift, and its explanation says so; null where repeats are as they should be. */
  readonly cooldown: Frames | null;
}

/** What a rotation came up with, and why. */
export interface Pick {
  readonly asset: SchedulableAsset;
  readonly durationFrames: Frames;
  readonly explanation: Explanation;
}

type Refusal = Explanation['refused'][number];

/** Assets that take turns: each pick is the one whose latest play is longest ago, ties by house ID. */
export class Rotation {
  private readonly heap: RecencyHeap;
  private readonly rules: RotationRules;
  private readonly tooShort: readonly Refusal[];
  private readonly candidateCount: number;

  constructor(assets: readonly SchedulableAsset[], rules: RotationRules) {
    const fits = (asset: SchedulableAsset) => isLongEnough(asset, rules.shortest, rules.rate);
    this.heap = new RecencyHeap(assets.filter(fits).map((asset) => toEntry(asset, rules.rate)));
    this.rules = rules;
    this.tooShort = assets.filter((asset) => !fits(asset)).map((asset) => refuse(asset, 'Too short to air'));
    this.candidateCount = assets.length;
  }

  get isEmpty(): boolean {
    return this.heap.size === 0;
  }

  /** The asset that the next pick would give. */
  upcomingId(): string | null {
    return this.heap.peek()?.asset.id ?? null;
  }

  /** Takes the next asset for a play that starts at `at`; null when there is none. `rule` is how the explanation names the pick. */
  pick(at: Frames, rule: string): Pick | null {
    const first = this.heap.peek();
    if (first === null) return null;
    this.heap.playFirst(at);
    return {
      asset: first.asset,
      durationFrames: first.durationFrames,
      explanation: {
        rule,
        seed: null,
        candidateCount: this.candidateCount,
        refused: [...this.runnerUp(first), ...this.tooShort.slice(0, REFUSED_NAMED)],
        relaxed: this.isTooSoon(first, at) ? 'Repeated sooner than a day: nothing else was left' : null,
      },
    };
  }

  private runnerUp(picked: RotationEntry): readonly Refusal[] {
    const next = this.heap.peek();
    if (next === null || next.asset.id === picked.asset.id) return [];
    const isTie = next.lastPlayFrame === picked.lastPlayFrame;
    return [refuse(next.asset, isTie ? 'Next in turn: later house ID' : 'Next in turn: played more recently')];
  }

  private isTooSoon(entry: RotationEntry, at: Frames): boolean {
    return this.rules.cooldown !== null && entry.lastPlayFrame !== null && at - entry.lastPlayFrame < this.rules.cooldown;
  }
}

function toEntry(asset: SchedulableAsset, rate: FrameRate): RotationEntry {
  return { asset, durationFrames: msToFrames(asset.durationMs, rate), lastPlayFrame: asset.lastPlayFrame };
}

function refuse(asset: SchedulableAsset, reason: string): Refusal {
  return { assetId: asset.id, title: asset.title, reason };
}
