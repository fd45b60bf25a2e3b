import type { Daypart, Plan, SimpleSelection } from '../../../shared/contract/plan.ts';
import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type FrameRate, type Frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { SpotPlacer } from '../traffic/index.ts';
import { later, refusalAt } from './airability.ts';
import type { PlanLibrary, PoolRule } from './plan-library.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { SeriesMemory } from './series-memory.ts';
import type { PlannableInput } from './stretch-writer.ts';
import type { Watershed } from './watershed.ts';

/** What a programme is wanted for. */
export interface Opening {
  readonly at: Frames;
  /** Until the next fixed start; null: as long as it likes. */
  readonly room: Frames | null;
  readonly daypart: Daypart;
  readonly occurrence: string;
  /** Frames that breaks inside a programme may add to it, for rules of the clock. */
  readonly breaksOf: (asset: PlannableAsset) => number;
}

/** Which rules count for a try. */
export interface Strictness {
  readonly mustFit: boolean;
  readonly keepsCooldown: boolean;
  readonly relaxed: string | null;
}

/** A programme, why it, and what remembers it. */
export interface ProgrammePick {
  readonly asset: PlannableAsset;
  readonly explanation: Explanation;
  readonly memory: string | null;
}

/** What everything that is picked is picked from. */
export interface PickSources {
  readonly plan: Plan;
  readonly library: PlanLibrary;
  /** The live inputs that are on. */
  readonly inputs: readonly PlannableInput[];
  readonly series: SeriesMemory;
  readonly watershed: Watershed;
  readonly rate: FrameRate;
  /** Traffic: a spot that a campaign claims is its alone, and a spot that fills a gap keeps others of its kind away. */
  readonly spots: Pick<SpotPlacer, 'isClaimed' | 'enter'>;
}

const NAMED = 4;

interface Candidates {
  readonly rule: string;
  readonly seed: string | null;
  readonly count: number;
  readonly inTurn: Iterable<PlannableAsset>;
  readonly cooldown: Frames | null;
  readonly memory: string | null;
}

/** The first candidate in turn that the rules let air, with those refused before it; null when there is none. */
export function pickProgramme(
  sources: PickSources,
  selection: SimpleSelection,
  opening: Opening,
  strictness: Strictness,
): ProgrammePick | null {
  const { rule, seed, count, inTurn, cooldown, memory } = candidatesOf(sources, selection, opening);
  const refused: Explanation['refused'] = [];
  for (const asset of inTurn) {
    const reason = refusalOf(sources, asset, opening, cooldown, strictness);
    if (reason === null) {
      return { asset, memory, explanation: { rule, seed, candidateCount: count, refused, relaxed: strictness.relaxed } };
    }
    if (refused.length < NAMED) refused.push({ assetId: asset.id, title: asset.title, reason });
    if (asset.rightsUntil !== null && asset.rightsUntil <= opening.at) sources.library.retire(asset);
  }
  return null;
}

/** What takes turns when a selection asks for it. */
export function poolRuleOf(selection: SimpleSelection): PoolRule | null {
  if (selection.type !== 'least-recent' && selection.type !== 'random') return null;
  return { kinds: ['programme'], filter: selection.filter };
}

function refusalOf(
  { library, watershed }: PickSources,
  asset: PlannableAsset,
  { at, room, breaksOf }: Opening,
  cooldown: Frames | null,
  { mustFit, keepsCooldown }: Strictness,
): string | null {
  if (mustFit && room !== null && asset.durationFrames > room) return 'Too long for the time before the next fixed start';
  if (asset.kind === 'commercial') return 'A spot: it airs where traffic says';
  const lasts = Math.min(asset.durationFrames + breaksOf(asset), room ?? Number.POSITIVE_INFINITY);
  const refusal = refusalAt(asset, at, later(at, lasts), watershed);
  if (refusal !== null) return refusal;
  const last = library.lastPlay(asset.id);
  return keepsCooldown && cooldown !== null && last !== null && at - last < cooldown ? 'Played within its cooldown' : null;
}

function candidatesOf(sources: PickSources, selection: SimpleSelection, opening: Opening): Candidates {
  const { library, rate, plan } = sources;
  const { name } = opening.daypart;
  switch (selection.type) {
    case 'title': {
      const asset = library.findByHouseId(selection.houseId);
      const inTurn = asset === null ? [] : [asset];
      return { rule: `${name}: the title ${selection.houseId}`, seed: null, count: inTurn.length, inTurn, cooldown: null, memory: null };
    }
    case 'series':
    case 'marathon':
      return episodesOf(sources, selection, opening);
    case 'least-recent': {
      const pool = library.pool({ kinds: ['programme'], filter: selection.filter });
      const rule = `${name}: least recent of ${wordsOf(selection.filter)}`;
      const cooldown = cooldownFrames(selection.cooldownMinutes, rate);
      return { rule, seed: null, count: pool.size, inTurn: pool.inTurn(), cooldown, memory: null };
    }
    case 'random': {
      const { members } = library.pool({ kinds: ['programme'], filter: selection.filter });
      const seed = `${plan.seed}:${opening.at}`;
      const rule = `${name}: by lot of ${wordsOf(selection.filter)}`;
      return {
        rule,
        seed,
        count: members.length,
        inTurn: fromLot(members, seed),
        cooldown: cooldownFrames(selection.cooldownMinutes, rate),
        memory: null,
      };
    }
  }
}

function episodesOf(
  { library, series }: PickSources,
  selection: Extract<SimpleSelection, { type: 'series' | 'marathon' }>,
  { daypart, occurrence }: Opening,
): Candidates {
  const episodes = library.episodesOf(selection.series);
  const title = selection.series.toLowerCase();
  const keeper =
    selection.type === 'marathon' ? `occurrence:${occurrence}` : selection.memory === 'shared' ? 'shared' : `daypart:${daypart.id}`;
  const memory = `${keeper}:${title}`;
  const rule = `${daypart.name}: next episode of ${selection.series}`;
  return { rule, seed: null, count: episodes.length, inTurn: series.dueOf(memory, episodes), cooldown: null, memory };
}

function wordsOf(filter: { readonly [list: string]: readonly string[] }): string {
  const words = Object.entries(filter).filter(([, list]) => list.length > 0);
  return words.length === 0 ? 'all programmes' : words.map(([name, list]) => `${name} ${list.join(', ')}`).join('; ');
}

function cooldownFrames(minutes: number, rate: FrameRate): Frames {
  return msToFrames(milliseconds(minutes * 60_000), rate);
}

/** All of them once, beginning at a place that the seed decides (FNV-1a): drawn by lot, and the same on any machine. */
function* fromLot(members: readonly PlannableAsset[], seed: string): Generator<PlannableAsset> {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const start = members.length === 0 ? 0 : (hash >>> 0) % members.length;
  for (let step = 0; step < members.length; step += 1) yield members[(start + step) % members.length] as PlannableAsset;
}
