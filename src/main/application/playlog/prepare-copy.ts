import type { Plan } from '../../../shared/contract/plan.ts';
import type { DayCopy, DayCopyTrial } from '../../../shared/contract/playlog-copy-day.ts';
import { type Frames, firstFrameFrom, frameDueAt, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { type CopyOfDay, copyOfDay, endFrame, type PlannedItem } from '../../domain/playlog/index.ts';
import { breachOf, defaultPlan, plannableAsset, Watershed } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Repositories } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';

/** The most items of a day. */
const MOST_ITEMS = 50_000;
/** How far ahead a day may be copied. */
const FURTHEST_MS = 14 * 86_400_000;
/** How far beyond the day the last programme of it is looked for: no programme is longer. */
const BEYOND_MS = 86_400_000;

const TOO_SOON = 'It would be past, or in the lock window';

/** A day's copy, looked at before it is made. */
export interface PreparedCopy extends DayCopyTrial {
  /** What may air there, in order. */
  readonly items: readonly PlannedItem[];
  /** Whether something is left out because it would come too soon. */
  readonly isLocked: boolean;
  /** The first frame of the target day that may be changed, and the first one after it. */
  readonly begins: Frames;
  readonly ends: Frames;
  readonly plan: Plan;
}

/** When a copy is looked at, by whom, and what may not be changed any more. */
export interface CopyDesk {
  readonly channel: Channel;
  readonly by: string;
  readonly now: Frames;
  readonly lockEnd: Frames;
}

/** Looks up a day and judges what of it may air on another one. Refused when there is nothing to copy, or no day to copy it to. */
export async function prepareCopy(repositories: Repositories, copy: DayCopy, desk: CopyDesk): Promise<Answer<PreparedCopy>> {
  const { playlog } = repositories;
  const { rate, zone } = desk.channel;
  const plan = (await repositories.plan.get())?.plan ?? defaultPlan(zone);
  const [source, target] = [broadcastDay(plan, copy.from), broadcastDay(plan, copy.to)];
  const stretch = (day: typeof source) => ({ begins: firstFrameFrom(day.startsAt, rate), ends: firstFrameFrom(day.endsAt, rate) });
  const room = stretch(target);
  const wrongDay = unfit(copy, room, desk);
  if (wrongDay !== null) return wrongDay;
  const { begins, ends } = stretch(source);
  const items = await playlog.listBetween(begins, firstFrameFrom(milliseconds(source.endsAt + BEYOND_MS), rate), MOST_ITEMS);
  const { from, to, what } = copy;
  const found = copyOfDay({ items, from, to, what, begins, ends, zone: plan.zone, rate, by: desk.by });
  if (found.items.length + found.withoutTime.length === 0) {
    return { ...refused('NOT_FOUND', 'Nothing of that day is in the playlog, which keeps seven days'), field: 'from' };
  }
  const reasons = await reasonsAgainst(repositories, plan, found.items, desk);
  const leftOut = leftOutOf(found, reasons, desk);
  return granted({
    revision: await playlog.revision(),
    copied: found.items.length + found.withoutTime.length - leftOut.length,
    leftOut,
    isLocked: reasons.includes(TOO_SOON),
    items: found.items.filter((_, index) => reasons[index] === null),
    begins: frames(Math.max(room.begins, desk.lockEnd)),
    ends: room.ends,
    plan,
  });
}

function leftOutOf({ items, withoutTime }: CopyOfDay, reasons: readonly (string | null)[], { channel }: CopyDesk): DayCopyTrial['leftOut'] {
  const said = ({ title, startFrame }: PlannedItem, reason: string) => {
    return { title, startsAt: new Date(Math.round(frameDueAt(startFrame, channel.rate))).toISOString(), reason };
  };
  const refusedOnes = items.flatMap((item, index) => (reasons[index] ? said(item, reasons[index]) : []));
  return [...withoutTime.map((item) => said(item, 'The clock change leaves no time for it')), ...refusedOnes];
}

function unfit(
  { from, to }: DayCopy,
  { begins, ends }: { readonly begins: Frames; readonly ends: Frames },
  desk: CopyDesk,
): Refusal | null {
  if (from === to) return { ...refused('BAD_INPUT', 'A day can not be copied onto itself'), field: 'to' };
  if (ends <= desk.lockEnd) return { ...refused('LOCKED', 'That day is past, or what is left of it is in the lock window'), field: 'to' };
  if (begins > desk.now + msToFrames(milliseconds(FURTHEST_MS), desk.channel.rate)) {
    return { ...refused('BAD_INPUT', 'Days are planned 14 days ahead at most'), field: 'to' };
  }
  return null;
}

/** Why each item may not air in its new place; null where it may. */
async function reasonsAgainst(
  { schedulingLibrary }: Repositories,
  plan: Plan,
  items: readonly PlannedItem[],
  { channel, lockEnd }: CopyDesk,
): Promise<readonly (string | null)[]> {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return [];
  const facts = await schedulingLibrary.readNamed([...new Set(items.flatMap(({ assetId }) => assetId ?? []))]);
  const assets = new Map(facts.map((one) => [one.id, plannableAsset(one, channel.rate, null) ?? undefined]));
  const watershed = Watershed.of(plan, first.startFrame, endFrame(last), channel.rate);
  return items.map((item) => {
    if (item.startFrame < lockEnd) return TOO_SOON;
    return breachOf(item, assets.get(item.assetId ?? ''), watershed);
  });
}
