import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { AssetFilter } from '../../../shared/contract/plan.ts';
import type { Frames } from '../../../shared/time/index.ts';
import type { PlannableAsset } from './plannable-asset.ts';

/** So many assets are put in turn between two pauses. */
const AT_ONCE = 1000;

/** Which assets a pool holds. */
export interface PoolRule {
  readonly kinds: readonly AssetKind[];
  /** null: all of those kinds. */
  readonly filter: AssetFilter | null;
}

/** Assets that take turns, the one played longest ago first. A play sends an asset to the back of every pool that holds it. */
export class TurnPool {
  readonly #rule: PoolRule;
  readonly #words: ReadonlyMap<keyof AssetFilter, ReadonlySet<string>>;
  #turns = new Map<string, PlannableAsset>();
  /** In the order of house IDs, for picks by lot. */
  readonly members: PlannableAsset[] = [];
  /** The length of the shortest: in less time than that nothing of it fits. */
  shortest = Number.POSITIVE_INFINITY;

  constructor(rule: PoolRule) {
    this.#rule = rule;
    this.#words = new Map(Object.entries(rule.filter ?? {}).map(([name, words]) => [name as keyof AssetFilter, wordsOf(words)]));
  }

  get size(): number {
    return this.#turns.size;
  }

  /** Those in turn, the one played longest ago first. */
  inTurn(): Iterable<PlannableAsset> {
    return this.#turns.values();
  }

  /** Takes an asset in when it belongs here. Assets come in the order of their house IDs. */
  offer(asset: PlannableAsset): void {
    if (!this.#rule.kinds.includes(asset.kind) || !this.#fits(asset)) return;
    this.members.push(asset);
    if (asset.durationFrames < this.shortest) this.shortest = asset.durationFrames;
  }

  /** Lets all that were taken in have their turns: first those that were never played. To be run once; it pauses now and then. */
  *beginTurns(): Generator<undefined> {
    const played: PlannableAsset[] = [];
    for (const [index, asset] of this.members.entries()) {
      if (asset.lastPlayFrame === null) this.#turns.set(asset.id, asset);
      else played.push(asset);
      if (index % AT_ONCE === 0) yield;
    }
    played.sort((a, b) => (a.lastPlayFrame ?? 0) - (b.lastPlayFrame ?? 0));
    for (const [index, asset] of played.entries()) {
      this.#turns.set(asset.id, asset);
      if (index % AT_ONCE === 0) yield;
    }
  }

  sendBack(asset: PlannableAsset): void {
    if (this.#turns.delete(asset.id)) this.#turns.set(asset.id, asset);
  }

  /** An asset that will not air again takes no more turns. */
  drop(asset: PlannableAsset): void {
    this.#turns.delete(asset.id);
  }

  #fits({ genres, tags, series, rating }: PlannableAsset): boolean {
    const has = { genres, tags, series: series === null ? [] : [series], ratings: rating === null ? [] : [rating] };
    for (const [name, words] of this.#words) {
      if (words.size > 0 && !has[name].some((word) => words.has(word.toLowerCase()))) return false;
    }
    return true;
  }
}

/** All that may air, as the day planner asks for it. Filled once, asset by asset, so that 100,000 of them can be taken in without a stop. */
export class PlanLibrary {
  readonly #byId = new Map<string, PlannableAsset>();
  readonly #series = new Map<string, PlannableAsset[]>();
  readonly #pools: Map<string, TurnPool>;
  readonly #plays = new Map<string, Frames>();

  /** @param rules the pools that the plan will ask for: those are made as assets come, others when somebody asks */
  constructor(rules: readonly PoolRule[]) {
    this.#pools = new Map(rules.map((rule) => [keyOf(rule), new TurnPool(rule)]));
  }

  /** Takes an asset in. They have to come in the order of their house IDs, so that the same library gives the same plan anywhere. */
  add(asset: PlannableAsset): void {
    this.#byId.set(asset.id, asset);
    if (asset.lastPlayFrame !== null) this.#plays.set(asset.id, asset.lastPlayFrame);
    for (const pool of this.#pools.values()) pool.offer(asset);
    if (asset.series === null || asset.kind !== 'programme') return;
    const episodes = this.#series.get(asset.series.toLowerCase());
    if (episodes === undefined) this.#series.set(asset.series.toLowerCase(), [asset]);
    else episodes.push(asset);
  }

  /** To be run once, when all have been added; it pauses now and then. */
  *complete(): Generator<undefined> {
    for (const pool of this.#pools.values()) yield* pool.beginTurns();
    for (const episodes of this.#series.values()) {
      episodes.sort(byEpisode);
      yield;
    }
  }

  pool(rule: PoolRule): TurnPool {
    const key = keyOf(rule);
    const pool = this.#pools.get(key) ?? this.#makePool(rule);
    this.#pools.set(key, pool);
    return pool;
  }

  get(id: string): PlannableAsset | null {
    return this.#byId.get(id) ?? null;
  }

  findByHouseId(houseId: string): PlannableAsset | null {
    for (const asset of this.#byId.values()) if (asset.houseId === houseId) return asset;
    return null;
  }

  /** The episodes of a series in their order: season, episode, house ID. */
  episodesOf(series: string): readonly PlannableAsset[] {
    return this.#series.get(series.toLowerCase()) ?? [];
  }

  /** When an asset was played last, aired or planned; null when it never was. */
  lastPlay(id: string): Frames | null {
    return this.#plays.get(id) ?? null;
  }

  /** Notes a play. Plays have to come in the order of time. */
  notePlay(id: string, at: Frames): void {
    this.#plays.set(id, at);
    const asset = this.#byId.get(id);
    if (asset === undefined) return;
    for (const pool of this.#pools.values()) pool.sendBack(asset);
  }

  #makePool(rule: PoolRule): TurnPool {
    const pool = new TurnPool(rule);
    for (const asset of this.#byId.values()) pool.offer(asset);
    for (const _ of pool.beginTurns());
    for (const id of [...this.#plays.entries()].sort(([, a], [, b]) => a - b).map(([played]) => played)) {
      const asset = this.#byId.get(id);
      if (asset !== undefined) pool.sendBack(asset);
    }
    return pool;
  }

  /** Leaves an asset out of all turns for good. */
  retire(asset: PlannableAsset): void {
    for (const pool of this.#pools.values()) pool.drop(asset);
  }
}

/** The order of episodes. */
export function byEpisode(a: EpisodeKey, b: EpisodeKey): number {
  const place = (a.season ?? 0) - (b.season ?? 0) || (a.episode ?? 0) - (b.episode ?? 0);
  if (place !== 0) return place;
  return a.houseId === b.houseId ? 0 : a.houseId < b.houseId ? -1 : 1;
}

/** What an episode's place in its series hangs on. */
export type EpisodeKey = Pick<PlannableAsset, 'season' | 'episode' | 'houseId'>;

function keyOf({ kinds, filter }: PoolRule): string {
  return JSON.stringify([kinds, filter && [filter.genres, filter.tags, filter.series, filter.ratings]]);
}

function wordsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}
