import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { BreakPattern } from '../../../shared/contract/plan.ts';
import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { BookedTime, SpotPlacer } from '../traffic/index.ts';
import { later, refusalAt } from './airability.ts';
import type { PlanLibrary, PoolRule } from './plan-library.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { StretchWriter } from './stretch-writer.ts';
import type { Watershed } from './watershed.ts';

/** The turns that breaks and fill are made of. */
export const BUMPERS: PoolRule = { kinds: ['bumper'], filter: null };
export const PROMOS: PoolRule = { kinds: ['promo', 'psa'], filter: null };
export const STATION_IDS: PoolRule = { kinds: ['station-id'], filter: null };
export const FILL: PoolRule = { kinds: ['filler'], filter: null };

/** The rule of what stands in an avail that traffic left open. */
export const FILLS_AVAIL = 'Fills the avail that no spot took';

/** A break that is to be made. */
export interface BreakOrder {
  readonly pattern: BreakPattern;
  /** No longer than this, whatever the pattern says. */
  readonly most: Frames;
  readonly date: string;
  readonly daypartId: string | null;
  readonly occurrence: string;
  /** The programme that it interrupts; null between two. */
  readonly airingId: string | null;
}

interface Element {
  readonly asset: PlannableAsset;
  readonly explanation: Explanation;
  readonly campaignId: string | null;
}

/** What breaks are made from. */
export interface BreakSources {
  readonly library: PlanLibrary;
  readonly watershed: Watershed;
  readonly spots: SpotPlacer;
  readonly writer: StretchWriter;
  /** What campaigns may be bought for in [from, until), by the plan. */
  readonly timeBetween: (from: Frames, until: Frames) => BookedTime;
}

const NAMED = 4;

/**
 * Makes breaks: bumpers, spots by traffic, a promo, a station ID, in the order of the pattern. An avail that traffic leaves open takes more
 * promos, then filler; what nothing fills makes the break shorter. Nothing stands in a break twice but its bumper, and with nothing between its
 * bumpers it is no break.
 */
export class BreakMaker {
  readonly #from: BreakSources;

  constructor(sources: BreakSources) {
    this.#from = sources;
  }

  /** Writes a break, or nothing when there is nothing to make one of. */
  place(order: BreakOrder): void {
    const { writer } = this.#from;
    const { pattern, most } = order;
    const window = { at: writer.at, until: later(writer.at, most) };
    const used = new Set<string>();
    const budget: Budget = { left: most };
    const elements = pattern.pod.map((part) => (part === 'spots' ? null : this.#element(part, window, used, budget)));
    const spots = pattern.pod.includes('spots') ? this.#spots(order, window, budget, used) : [];
    const extra = pattern.pod.includes('spots') ? this.#fillUp(window, budget, used) : [];
    const pod = pattern.pod.flatMap((part, index) => (part === 'spots' ? [...spots, ...extra] : (elements[index] ?? [])));
    if (pod.every(({ asset }) => asset.kind === 'bumper')) return;
    this.#write(pod, order);
  }

  #write(pod: readonly Element[], { occurrence, airingId }: BreakOrder): void {
    const { writer } = this.#from;
    const breakId = `break-${writer.at}`;
    for (const { asset, explanation, campaignId } of pod) {
      const origin = { occurrence, airingId, breakId, campaignId };
      writer.write({ asset, offset: frames(0), durationFrames: asset.durationFrames, startMode: 'follow', explanation, origin });
    }
  }

  #element(part: 'bumper' | 'promo' | 'station-id', window: Window, used: Set<string>, budget: Budget): Element | null {
    const rules = { bumper: BUMPERS, promo: PROMOS, 'station-id': STATION_IDS };
    return this.#pick(rules[part], `Least recent ${part} in the break`, window, part === 'bumper' ? new Set() : used, budget);
  }

  #spots({ pattern, date, daypartId }: BreakOrder, { at, until }: Window, budget: Budget, used: Set<string>): readonly Element[] {
    const { spots, library, watershed, timeBetween } = this.#from;
    const placed = spots.fill({
      at,
      lengthFrames: frames(budget.left),
      mostSpots: pattern.mostSpots,
      date,
      daypartId,
      timeUntil: (end) => timeBetween(at, end),
      refusalOf: ({ id }) => {
        const asset = library.get(id);
        return asset === null ? 'Not in the library' : refusalAt(asset, at, until, watershed);
      },
    });
    return placed.flatMap(({ spot, campaignId, explanation }) => {
      const asset = library.get(spot.id);
      if (asset === null) return [];
      budget.left -= asset.durationFrames;
      used.add(asset.id);
      return [{ asset, campaignId, explanation }];
    });
  }

  /** More promos, then filler, for the time that was kept for spots; only where the pattern wants spots at all. */
  #fillUp(window: Window, budget: Budget, used: Set<string>): readonly Element[] {
    const extra: Element[] = [];
    for (const rule of [PROMOS, FILL]) {
      for (;;) {
        const element = this.#pick(rule, FILLS_AVAIL, window, used, budget);
        if (element === null) break;
        extra.push(element);
      }
    }
    return extra;
  }

  #pick(rule: PoolRule, why: string, { at, until }: Window, used: Set<string>, budget: Budget): Element | null {
    const pool = this.#from.library.pool(rule);
    if (budget.left < pool.shortest) return null;
    const refused: Explanation['refused'] = [];
    for (const asset of pool.inTurn()) {
      const reason = this.#refusal(asset, at, until, used, budget);
      if (reason === null) {
        used.add(asset.id);
        budget.left -= asset.durationFrames;
        return { asset, campaignId: null, explanation: { rule: why, seed: null, candidateCount: pool.size, refused, relaxed: null } };
      }
      if (refused.length < NAMED) refused.push({ assetId: asset.id, title: asset.title, reason });
    }
    return null;
  }

  #refusal(asset: PlannableAsset, at: Frames, until: Frames, used: ReadonlySet<string>, budget: Budget): string | null {
    if (used.has(asset.id)) return 'In this break already';
    if (asset.durationFrames > budget.left) return 'Longer than what is left of the break';
    return refusalAt(asset, at, until, this.#from.watershed);
  }
}

interface Window {
  readonly at: Frames;
  readonly until: Frames;
}

interface Budget {
  left: number;
}

/** The kinds that a break or a fill can be made of. */
export const INTERSTITIALS: readonly AssetKind[] = ['promo', 'psa', 'filler'];
