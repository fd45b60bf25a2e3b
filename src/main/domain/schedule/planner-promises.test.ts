import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/contract/plan.ts';
import type { Campaign } from '../../../shared/contract/traffic.ts';
import { type Frames, frameDueAt, frames } from '../../../shared/time/index.ts';
import { broadcastDayAt, localTimeOf } from '../../../shared/time/station-calendar.ts';
import { endFrame, findUnsound, type PlaylogItem } from '../playlog/index.ts';
import { anyLibrary, anyPlaced, anyPlan, anyTraffic, FROM, INPUTS, until } from './any-planning.fixture.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import { planned, TEST_RATE } from './planning.fixture.ts';
import { resolveSegments } from './segments.ts';
import type { StretchItem } from './stretch-writer.ts';

describe('the day planner, whatever library, plan and hands', () => {
  it('leaves no gap and no overlap, meets fixed starts, keeps what people placed, breaches no right or rating, and repeats itself exactly', () => {
    fc.assert(
      fc.property(anyLibrary, anyPlan, anyPlaced, (assets, plan, placed) => {
        const stretch = { plan, assets, placed, inputs: INPUTS, from: FROM, until: until(30) };
        const { items } = planned(stretch);
        expect(findUnsound(items)).toBeNull();
        expect([items[0]?.startFrame, endFrame(items.at(-1) as StretchItem) >= until(30)]).toEqual([FROM, true]);
        const end = endFrame(items.at(-1) as StretchItem);
        for (const person of placed) if (person.startFrame < until(30)) expect(items).toContain(person);
        for (const start of fixedStarts(plan, end)) {
          const isHeld = placed.some((item) => item.startFrame < start && endFrame(item) > start);
          if (!isHeld) expect(items.some(({ startFrame }) => startFrame === start)).toBe(true);
        }
        const byId = new Map(assets.map((asset) => [asset.id, asset]));
        for (const item of items) expect(breaches(item, byId.get(item.assetId ?? ''))).toBe(null);
        expect(podsRepeat(items)).toBe(false);
        expect(partsGoOn(items)).toBe(true);
        expect(planned(stretch).items).toEqual(items);
      }),
      { numRuns: 60 },
    );
  });
});

const MINUTE = 1500;

describe('live inputs, whatever library, plan and hands', () => {
  it('air in their own dayparts alone, unbroken, from a fixed start to the end; of one that is not there, something else airs and says why', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyLibrary, anyPlan, anyPlaced, (assets, plan, placed) => {
        const { items } = planned({ plan, assets, placed, inputs: INPUTS, from: FROM, until: until(30) });
        const segments = resolveSegments(plan, FROM, until(30), TEST_RATE);
        const named = (item: StretchItem) => plan.dayparts.find(({ id }) => item.origin.occurrence?.startsWith(`${id}@`))?.selection;
        const live = items.filter(({ inputId }) => inputId !== null);
        seen += live.length;
        const isInPlace = (item: StretchItem) => {
          return segments.some(({ from, until: end, occurrence }) => {
            return occurrence === item.origin.occurrence && from <= item.startFrame && endFrame(item) <= end;
          });
        };
        for (const item of live) {
          expect(named(item)).toEqual({ type: 'live', inputId: item.inputId });
          expect(item).toMatchObject({ inputId: 'studio', title: 'Studio', kind: 'programme', inFrame: 0, explanation: { relaxed: null } });
        }
        expect(live.filter((item) => item.startFrame < until(29) && !isInPlace(item))).toEqual([]);
        for (const segment of segments.filter(({ isFixed, from }) => isFixed && from >= FROM && from < until(29))) {
          if (segment.daypart?.selection.type !== 'live' || segment.daypart.selection.inputId !== 'studio') continue;
          expect(notLive(items, segment, placed)).toEqual([]);
        }
        for (const item of items) if (isInsteadOf('gone', named(item), item)) expect(item.explanation.relaxed).not.toBe(null);
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

/** What stands in a live daypart and is not the input: but for what people placed, and less than a minute after that. */
function notLive(items: readonly StretchItem[], { from, until: end }: { from: Frames; until: Frames }, placed: readonly PlaylogItem[]) {
  const isFree = (frame: number) => !placed.some((item) => item.startFrame <= frame && endFrame(item) > frame);
  const inside = items.filter((item) => item.startFrame < end && endFrame(item) > from && item.inputId === null);
  return inside.filter((item) => item.origin.placedBy === null && isFree(from) && end - item.startFrame >= MINUTE);
}

/** Whether a programme airs in a daypart whose live input is not there. */
function isInsteadOf(inputId: string, selection: Plan['dayparts'][number]['selection'] | undefined, item: StretchItem): boolean {
  return selection?.type === 'live' && selection.inputId === inputId && item.kind === 'programme' && item.origin.placedBy === null;
}

describe('ratings, whatever library, plan and hands', () => {
  it('air between the times that the watershed names for them, from their first frame to their last', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyLibrary, anyPlan, anyPlaced, (assets, plan, placed) => {
        const { items } = planned({ plan, assets, placed, inputs: INPUTS, from: FROM, until: until(30) });
        const rated = new Set(assets.filter(({ rating }) => rating === '18').map(({ id }) => id));
        for (const item of items) {
          if (!rated.has(item.assetId ?? '') || item.origin.placedBy !== null) continue;
          seen += 1;
          expect([isNight(item.startFrame, plan), isNight(frames(endFrame(item) - 1), plan), item.durationFrames <= 7 * 90_000]).toEqual([
            true,
            true,
            true,
          ]);
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

/** By the station's clock, told another way than the planner does: 22:00 to 05:00. */
function isNight(frame: Frames, { zone }: Plan): boolean {
  const time = localTimeOf(frameDueAt(frame, TEST_RATE), zone);
  return time >= '22:00:00' || time < '05:00:00';
}

describe('traffic, whatever library, plan and campaigns', () => {
  it('keeps flights, dayparts, caps, spacing, separation and places in the break', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyTraffic, anyPlan, ({ assets, campaigns }, plan) => {
        const { items } = planned({ plan, assets, campaigns, inputs: INPUTS, from: FROM, until: until(30) });
        const plays = playsOf(items, { plan, assets, campaigns });
        seen += plays.filter(({ campaign }) => campaign !== undefined).length;
        for (const campaign of campaigns) expect(faultsOf(campaign, plays)).toEqual([]);
        expect(plays.filter(({ isClaimedBy, campaign }) => isClaimedBy !== campaign?.id)).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

interface Play {
  readonly campaign: Campaign | undefined;
  /** The campaign that has this spot. */
  readonly isClaimedBy: string | undefined;
  readonly advertiser: string | null;
  readonly category: string | null;
  readonly at: Frames;
  readonly breakId: string | null;
  /** It fills what nothing else could, and says so. */
  readonly isLastResort: boolean;
  readonly date: string;
  readonly daypart: string;
  /** Its place among the spots of its break, and how many those are. */
  readonly place: number;
  readonly of: number;
}

interface Station {
  readonly plan: Plan;
  readonly assets: readonly PlannableAsset[];
  readonly campaigns: readonly Campaign[];
}

function playsOf(items: readonly StretchItem[], station: Station): readonly Play[] {
  const breaks = Map.groupBy(items, ({ origin }) => origin.breakId);
  return items.flatMap((item) => {
    const own = item.origin.breakId === null ? [item] : (breaks.get(item.origin.breakId) ?? []);
    return item.kind === 'commercial' ? playOf(item, own, station) : [];
  });
}

function playOf(item: StretchItem, own: readonly StretchItem[], { plan, assets, campaigns }: Station): Play {
  const { breakId, campaignId, occurrence } = item.origin;
  const campaign = campaigns.find(({ id }) => id === campaignId);
  const asset = assets.find(({ id }) => id === item.assetId);
  const pod = own.filter(({ kind }) => kind === 'commercial');
  return {
    campaign,
    isClaimedBy: campaigns.find(({ assetIds }) => assetIds.includes(item.assetId ?? ''))?.id,
    advertiser: campaign?.advertiser ?? asset?.advertiser ?? null,
    category: campaign?.category ?? asset?.category ?? null,
    at: item.startFrame,
    breakId,
    isLastResort: item.explanation.relaxed !== null,
    // A break counts for the day on which it begins.
    date: broadcastDayAt(plan, frameDueAt(own[0]?.startFrame ?? item.startFrame, TEST_RATE)).date,
    daypart: occurrence?.split('@')[0] ?? '',
    place: pod.indexOf(item),
    of: pod.length,
  };
}

function faultsOf(campaign: Campaign, all: readonly Play[]): readonly string[] {
  const own = all.filter((play) => play.campaign === campaign);
  const faults: string[] = [];
  const { id, from, to, dayparts, playsInAll, playsPerDay, spacingMinutes, separationMinutes, position } = campaign;
  const perDay = new Map<string, number>();
  for (const play of own) {
    perDay.set(play.date, (perDay.get(play.date) ?? 0) + 1);
    if (play.date < from || play.date > to) faults.push(`${id} airs on ${play.date}, out of its flight`);
    if (dayparts.length > 0 && !dayparts.includes(play.daypart)) faults.push(`${id} airs in ${play.daypart}`);
    const isInPlace = position === 'any' || (position === 'first' ? play.place === 0 : play.place === play.of - 1);
    if (!isInPlace) faults.push(`${id} is not ${position} in its break`);
    for (const other of around(play, all)) faults.push(...nearness(play, other, spacingMinutes, separationMinutes));
  }
  if (own.length > (playsInAll ?? Number.POSITIVE_INFINITY)) faults.push(`${id} airs ${own.length} times`);
  for (const [date, count] of perDay)
    if (count > (playsPerDay ?? Number.POSITIVE_INFINITY)) faults.push(`${id} airs ${count} times on ${date}`);
  return faults;
}

/** The plays within the hour on either side: no rule of this test reaches further. */
function around(play: Play, all: readonly Play[]): readonly Play[] {
  const near: Play[] = [];
  const index = all.indexOf(play);
  for (let after = index + 1; (all[after]?.at ?? Number.POSITIVE_INFINITY) - play.at < 60 * MINUTE; after += 1)
    near.push(all[after] as Play);
  for (let back = index - 1; play.at - (all[back]?.at ?? Number.NEGATIVE_INFINITY) < 60 * MINUTE; back -= 1) near.push(all[back] as Play);
  return near;
}

function nearness(play: Play, other: Play, spacing: number, separation: number): readonly string[] {
  if (other.isLastResort && other.at > play.at) return [];
  const distance = Math.abs(play.at - other.at);
  const isAlike = isSame(play.advertiser, other.advertiser) || isSame(play.category, other.category);
  if (isAlike && play.breakId !== null && play.breakId === other.breakId) return [`Alike in ${play.breakId}`];
  if (play.campaign === other.campaign && distance < spacing * MINUTE) return [`${play.campaign?.id} at ${play.at} and ${other.at}`];
  return isAlike && distance < separation * MINUTE ? [`Alike at ${play.at} and ${other.at}`] : [];
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

function fixedStarts(plan: Parameters<typeof resolveSegments>[0], end: Frames): readonly Frames[] {
  return resolveSegments(plan, FROM, until(30), TEST_RATE).flatMap(({ isFixed, from }) =>
    isFixed && from >= FROM && from < end ? [from] : [],
  );
}

function breaches(item: StretchItem, asset: PlannableAsset | undefined): string | null {
  if (asset === undefined || item.origin.placedBy !== null) return null;
  if (asset.rightsUntil !== null && endFrame(item) > asset.rightsUntil) return `${asset.id} airs after its rights`;
  if (item.inFrame + item.durationFrames > asset.durationFrames) return `${asset.id} airs beyond its end`;
  return null;
}

function podsRepeat(items: readonly StretchItem[]): boolean {
  const seen = new Set<string>();
  for (const { origin, kind, assetId } of items) {
    if (origin.breakId === null || kind === 'bumper') continue;
    if (seen.has(`${origin.breakId} ${assetId}`)) return true;
    seen.add(`${origin.breakId} ${assetId}`);
  }
  return false;
}

function partsGoOn(items: readonly StretchItem[]): boolean {
  const next = new Map<string, number>();
  return items.every(({ origin, kind, inFrame, durationFrames }) => {
    if (kind !== 'programme' || origin.airingId === null) return true;
    const isRight = (next.get(origin.airingId) ?? 0) === inFrame;
    next.set(origin.airingId, inFrame + durationFrames);
    return isRight;
  });
}
