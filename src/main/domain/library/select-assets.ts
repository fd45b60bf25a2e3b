import type { AssetKind, SELECTION_RULES } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { Lifecycle } from './asset.ts';
import type { AssetId } from './identifiers.ts';

/** A rule by which an asset may not fill a place. */
export type SelectionRule = (typeof SELECTION_RULES)[number];

/** What selection asks of an asset. */
export interface Candidate {
  readonly id: AssetId;
  readonly houseId: string;
  readonly title: string;
  readonly kind: AssetKind;
  /** From its in point to its out point. */
  readonly playLength: Milliseconds;
  readonly lifecycle: Lifecycle;
  readonly isApproved: boolean;
  readonly isMissing: boolean;
  readonly rightsFrom: Milliseconds | null;
  readonly rightsUntil: Milliseconds | null;
  readonly contentRating: string | null;
  readonly advertiser: string | null;
  readonly category: string | null;
  readonly lastAiredAt: Milliseconds | null;
}

/** A place to be filled, and what else is asked of who fills it. */
export interface Place {
  readonly at: Milliseconds;
  /** The longest that fits. */
  readonly length: Milliseconds;
  readonly leastLength: Milliseconds;
  /** The least time since the last airing. */
  readonly cooldown: Milliseconds;
  /** The ratings that may air then; null: all of them. What has no rating may air. */
  readonly contentRatings: readonly string[] | null;
  readonly notIds: readonly string[];
  readonly notAdvertisers: readonly string[];
  readonly notCategories: readonly string[];
  readonly order: 'least-recent' | 'best-fit';
}

/** An asset that may not fill the place, with the first rule that said so. */
export interface RefusedCandidate {
  readonly candidate: Candidate;
  readonly rule: SelectionRule;
}

/** The candidates, the best first, and the refused, in the order they came. */
export interface Selection {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly RefusedCandidate[];
}

/** A selection of a large pool as it comes along: all are counted, the best are kept. */
export interface RunningSelection extends Selection {
  readonly candidateCount: number;
  readonly refusedCount: number;
}

/** A selection of nobody. */
export const NOBODY: RunningSelection = { candidates: [], refused: [], candidateCount: 0, refusedCount: 0 };

/**
 * Judges a part of a pool for a place, each asset by every rule in the same order, and takes it into the selection, of which the best `limit`
 * candidates and the first `limit` refused are kept. Least recent: what never aired first, then what aired longest ago; best fit: the longest
 * first. Ties go to the other, then to the house ID, so that the same question always gets the same answer. Rights are judged at the planned
 * time, from its start to its end.
 */
export function selectMore(selection: RunningSelection, more: readonly Candidate[], place: Place, limit: number): RunningSelection {
  const judged = more.map((candidate) => ({ candidate, rule: ruleAgainst(candidate, place) }));
  const fit = judged.filter(({ rule }) => rule === null).map(({ candidate }) => candidate);
  const refused = judged.filter((one): one is RefusedCandidate => one.rule !== null);
  return {
    candidates: [...selection.candidates, ...fit].toSorted(comparatorOf(place)).slice(0, limit),
    refused: [...selection.refused, ...refused.slice(0, Math.max(0, limit - selection.refused.length))],
    candidateCount: selection.candidateCount + fit.length,
    refusedCount: selection.refusedCount + refused.length,
  };
}

const RULES: ReadonlyArray<readonly [SelectionRule, (candidate: Candidate, place: Place) => boolean]> = [
  ['excluded', ({ id }, { notIds }) => notIds.includes(id)],
  ['not-ready', ({ lifecycle }) => lifecycle !== 'ready'],
  ['not-approved', ({ isApproved }) => !isApproved],
  ['missing', ({ isMissing }) => isMissing],
  ['rights-not-begun', ({ rightsFrom }, { at }) => rightsFrom !== null && at < rightsFrom],
  ['rights-expired', ({ rightsUntil, playLength }, { at }) => rightsUntil !== null && at + playLength > rightsUntil],
  ['too-long', ({ playLength }, { length }) => playLength > length],
  ['too-short', ({ playLength }, { leastLength }) => playLength < leastLength],
  [
    'rating',
    ({ contentRating }, { contentRatings }) => contentRating !== null && contentRatings !== null && !has(contentRatings, contentRating),
  ],
  ['advertiser', ({ advertiser }, { notAdvertisers }) => advertiser !== null && has(notAdvertisers, advertiser)],
  ['category', ({ category }, { notCategories }) => category !== null && has(notCategories, category)],
  ['cooldown', ({ lastAiredAt }, { at, cooldown }) => lastAiredAt !== null && at - lastAiredAt < cooldown],
];

function ruleAgainst(candidate: Candidate, place: Place): SelectionRule | null {
  return RULES.find(([, refuses]) => refuses(candidate, place))?.[0] ?? null;
}

function comparatorOf({ order }: Place): (a: Candidate, b: Candidate) => number {
  const recency = (a: Candidate, b: Candidate) => (a.lastAiredAt ?? 0) - (b.lastAiredAt ?? 0);
  const fit = (a: Candidate, b: Candidate) => b.playLength - a.playLength;
  const name = (a: Candidate, b: Candidate) => (a.houseId < b.houseId ? -1 : 1);
  const [first, second] = order === 'least-recent' ? [recency, fit] : [fit, recency];
  return (a, b) => first(a, b) || second(a, b) || name(a, b);
}

function has(texts: readonly string[], text: string): boolean {
  return texts.some((one) => one.toLowerCase() === text.toLowerCase());
}
