import fc from 'fast-check';
import type { Plan } from '../../../shared/contract/plan.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, findUnsound, isSlate, type PlaylogItem } from '../playlog/index.ts';
import { defaultPlan } from './default-plan.ts';
import { DEFAULT_PLAN_RULES } from './plan-rules.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import { kept, plannable, planned, planOf, TEST_RATE } from './planning.fixture.ts';
import { changeOf, replanFrom } from './replan-from.ts';

const DEFAULT_PLAN = defaultPlan('UTC');
const OTHER_PLAN = planOf({ seed: 'other', dayparts: [{ ...DEFAULT_PLAN.dayparts[0], selection: { type: 'random' }, breaks: null }] });
const EACH_DAY = { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };
const STUDIO = { id: 'studio', name: 'Studio' };
/** A live input for two thirds of each hour from 06:00 on, alternately to the frame and as it follows. */
const LIVE_PLAN = planOf({
  dayparts: [
    ...Array.from({ length: 18 }, (_, index) => {
      const hour = String(index + 6).padStart(2, '0');
      const times = { from: `${hour}:10`, to: `${hour}:50`, start: index % 2 === 0 ? 'fixed' : 'follow', priority: 1 };
      return { id: `live-${hour}`, name: 'Live', when: EACH_DAY, ...times, selection: { type: 'live', inputId: 'studio' } };
    }),
    DEFAULT_PLAN.dayparts[0],
  ],
  breakPatterns: DEFAULT_PLAN.breakPatterns,
  hourlyId: true,
});
const PLANS = { default: DEFAULT_PLAN, other: OTHER_PLAN, live: LIVE_PLAN };
const SECOND = 25;
/** When the planner runs first. */
export const NOW = frames(1_000_000);
/** How far ahead it plans: short of two days, so that many runs take no time. */
const AHEAD = 12 * 3600 * SECOND;

/** One run of the planner. */
interface Run {
  readonly assets: readonly PlannableAsset[];
  readonly now?: Frames;
  readonly plan?: Plan;
  readonly isPlanNew?: boolean;
  /** Whether the station has the live input that the plan may name. */
  readonly hasInput?: boolean;
}

/** One run of the planner over a playlog, as the application drives it: the playlog that it leaves, with what is over. */
export function replanned(
  items: readonly PlaylogItem[],
  { assets, now = NOW, plan = DEFAULT_PLAN, isPlanNew = false, hasInput = true }: Run,
) {
  const standing = fromNowOn(items, now);
  const plays = new Map(items.filter(({ startFrame }) => startFrame < now).map(({ assetId, startFrame }) => [assetId, startFrame]));
  const current = assets.map((asset) => ({ ...asset, lastPlayFrame: plays.get(asset.id) ?? asset.lastPlayFrame }));
  const why = { isPlanNew, isLibraryNew: true };
  const from = replanFrom({ items: standing, assets: current, plan, now, rate: TEST_RATE, rules: DEFAULT_PLAN_RULES, ...why });
  const until = frames(now + AHEAD);
  if (from > until) return items;
  const before = standing.filter(({ startFrame }) => startFrame < from);
  const placed = standing.filter(({ startFrame, origin }) => startFrame >= from && origin.placedBy !== null);
  const counted = current.map((asset) => {
    const last = before.findLast(({ assetId }) => assetId === asset.id)?.startFrame ?? asset.lastPlayFrame;
    return { ...asset, lastPlayFrame: last };
  });
  const inputs = hasInput ? [STUDIO] : [];
  const change = changeOf(standing, from, planned({ plan, assets: counted, inputs, from, until, before, placed }));
  if (change === null) return items;
  const left = items.map((item) => (item.id === change.resized?.id ? { ...item, durationFrames: change.resized.durationFrames } : item));
  return [...left.filter(({ startFrame }) => startFrame < change.replaceFrom), ...kept(change.added)];
}

function fromNowOn(items: readonly PlaylogItem[], now: Frames): readonly PlaylogItem[] {
  return items.filter((item) => endFrame(item) > now);
}

/** What happens before one run of the planner. */
export interface ReplanningStep {
  /** The library: how long each asset is, by its place; 0: there is none. Every third is a promo. */
  readonly seconds: readonly number[];
  /** Seconds since the last run. */
  readonly wait: number;
  readonly plan: keyof typeof PLANS;
  readonly hasInput: boolean;
  /** A person puts something over the first item that starts so many seconds from now or later; null: nobody does. */
  readonly placeAt: number | null;
}

/** Anything that may happen before a run of the planner. */
export const anyReplanningStep: fc.Arbitrary<ReplanningStep> = fc.record({
  seconds: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 8, max: 40 }), fc.integer({ min: 60, max: 4000 })), { maxLength: 6 }),
  wait: fc.integer({ min: 0, max: 20_000 }),
  plan: fc.constantFrom('default', 'other', 'live', 'live'),
  hasInput: fc.constantFrom(true, true, false),
  placeAt: fc.option(fc.integer({ min: 60, max: 30_000 }), { nil: null }),
});

/** Replans step after step; what the planner promised and did not keep, in words, of the first step that shows any. */
export function replanningFaults(steps: readonly ReplanningStep[]): readonly string[] {
  let now = NOW;
  let last: Pick<ReplanningStep, 'plan' | 'hasInput'> = { plan: 'default', hasInput: true };
  let items: readonly PlaylogItem[] = [];
  for (const step of steps) {
    const { seconds, wait, placeAt, hasInput } = step;
    now = frames(now + wait * SECOND);
    const plan = PLANS[step.plan];
    const isPlanNew = step.plan !== last.plan || (step.plan === 'live' && hasInput !== last.hasInput);
    last = step;
    const start = items.find(({ startFrame }) => placeAt !== null && startFrame >= now + placeAt * SECOND)?.startFrame;
    if (start !== undefined) items = withPerson(items, start);
    const run = { assets: libraryOf(seconds), now, plan, hasInput };
    const after = replanned(items, { ...run, isPlanNew });
    const faults = [...faultsOf(fromNowOn(items, now), fromNowOn(after, now), now), ...changesOf(after, replanned(after, run))];
    if (faults.length > 0) return faults;
    items = after;
  }
  return [];
}

function faultsOf(before: readonly PlaylogItem[], after: readonly PlaylogItem[], now: number): readonly string[] {
  const [first, last, unsound] = [after[0], after.at(-1), findUnsound(after)];
  if (first === undefined || last === undefined) return ['Nothing is planned'];
  const there = new Map(after.map((item) => [item.id, JSON.stringify(item)]));
  const persons = before.filter(({ origin }) => origin.placedBy !== null);
  return [
    ...(unsound === null ? [] : [`There is a fault: ${JSON.stringify(unsound)}`]),
    ...(first.startFrame <= now ? [] : ['It begins too late']),
    ...(endFrame(last) >= now + AHEAD ? [] : ['It ends too soon']),
    ...movedInLock(before, after, now).map((item) => `Moved in the lock window: ${told(item)}`),
    ...persons.filter((item) => there.get(item.id) !== JSON.stringify(item)).map((item) => `A person's was touched: ${told(item)}`),
  ];
}

/** What a second run changes, although nothing is new. */
function changesOf(after: readonly PlaylogItem[], again: readonly PlaylogItem[]): readonly string[] {
  const changed = again.findIndex((item, index) => JSON.stringify(item) !== JSON.stringify(after[index]));
  if (changed < 0 && again.length === after.length) return [];
  const place = changed < 0 ? again.length : changed;
  return [`Not settled at item ${place}: ${told(after[place])} became ${told(again[place])}`];
}

/** What stood in the lock window and is not there any more. A live input may end after it, or go on. Slate and what only repeats the item before it make way as soon as something can be cued. */
function movedInLock(before: readonly PlaylogItem[], after: readonly PlaylogItem[], now: number): readonly PlaylogItem[] {
  const lockEnd = now + 30 * SECOND;
  const isStopgap = (item: PlaylogItem, index: number) =>
    isSlate(item) || (item.inputId === null && item.assetId === before[index - 1]?.assetId);
  const stopgap = before.findIndex((item, index) => item.startFrame >= now + 6 * SECOND && isStopgap(item, index));
  const standsIn = before.every(({ kind }) => kind !== 'programme');
  const lockedEnd = (item: PlaylogItem) => (item.inputId === null ? endFrame(item) : Math.min(endFrame(item), lockEnd));
  const firm = before.slice(0, stopgap < 0 || standsIn ? (standsIn ? 0 : before.length) : stopgap);
  const there = new Map(after.map((item) => [item.id, item]));
  return firm.filter((item) => {
    const same = there.get(item.id);
    if (item.startFrame >= lockEnd || isSlate(item)) return false;
    return same === undefined || lockedEnd(same) !== lockedEnd(item) || same.assetId !== item.assetId || same.inputId !== item.inputId;
  });
}

/** The playlog with an item that a person put over the one at a frame, as an edit leaves it. */
export function withPerson(items: readonly PlaylogItem[], at: Frames): readonly PlaylogItem[] {
  const index = items.findIndex((item) => item.startFrame <= at && endFrame(item) > at);
  const item = items[index];
  if (item === undefined || item.startFrame < at) return items;
  return items.with(index, { ...item, id: `jo-${at}`, startMode: 'fixed', origin: { ...item.origin, airingId: null, placedBy: 'jo' } });
}

function libraryOf(seconds: readonly number[]): readonly PlannableAsset[] {
  return seconds.flatMap((length, index) =>
    length === 0 ? [] : [plannable(`H${index}-${length}`, index % 3 === 2 ? 'promo' : 'programme', length)],
  );
}

function told(item: PlaylogItem | undefined): string {
  if (item === undefined) return 'nothing';
  const { startFrame, durationFrames, houseId, origin } = item;
  return `${houseId ?? 'slate'} at ${startFrame} for ${durationFrames} (${origin.placedBy ?? origin.airingId ?? origin.breakId ?? 'fill'})`;
}
