import type { DayCopied, DayCopy, DayCopyTrial } from '../../../shared/contract/playlog-copy-day.ts';
import { type Frames, frameOnAirAt, frames, msToFrames } from '../../../shared/time/index.ts';
import { findUnsound, type PlaylogItem, playlogDifference, roomForDay } from '../../domain/playlog/index.ts';
import type { PlanRules } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdGenerator } from '../ports/ids.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import type { Outlook, PlanAhead, PlanningDesk } from '../schedule/index.ts';
import { LOCKED } from './edit-playlog.ts';
import { type PreparedCopy, prepareCopy } from './prepare-copy.ts';
import { writeDifference } from './write-difference.ts';

/** How often the playlog may change under a copy before somebody has to ask again. */
const TRIES = 5;
/** The most items that a refusal names. */
const NAMED = 5;

/** What copying days needs. */
export interface CopyDayDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly events: StationEvents;
  readonly channel: Channel;
  readonly desk: PlanningDesk;
  readonly planAhead: PlanAhead;
  readonly rules: Pick<PlanRules, 'lockWindow' | 'atMost'>;
}

/** A person's order to copy a day. */
export interface CopyDayOrder extends DayCopy {
  readonly revision: number;
  readonly leaveOut: boolean;
  readonly by: string;
}

/**
 * Copies a broadcast day to a coming one, as one change that can be undone: what is copied stands where the person placed it, the time between is
 * planned by the plan, and what comes after the day stays as it was.
 */
export class CopyDay {
  readonly #to: CopyDayDependencies;

  constructor(dependencies: CopyDayDependencies) {
    this.#to = dependencies;
  }

  /** Says what a copy would come to, and changes nothing. */
  readonly dryRun = async (copy: DayCopy): Promise<Answer<DayCopyTrial>> => {
    const prepared = await this.#prepare(copy, 'nobody');
    if (!prepared.ok) return prepared;
    const { revision, copied, leftOut } = prepared.value;
    return granted({ revision, copied, leftOut });
  };

  /** Refused as STALE_REVISION; as LOCKED or MAY_NOT_AIR, naming what, where nobody said that it may be left out. */
  readonly copy = async (order: CopyDayOrder): Promise<Answer<DayCopied>> => {
    const prepared = await this.#prepare(order, order.by);
    if (!prepared.ok) return prepared;
    if (prepared.value.revision !== order.revision) return refused('STALE_REVISION', 'The playlog was changed in between');
    const against = refusalOf(prepared.value, order.leaveOut);
    if (against !== null) return against;
    await this.#to.planAhead.reach(prepared.value.ends);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await this.#try(order, prepared.value);
      if (answer !== 'overtaken') return answer;
    }
    return refused('STALE_REVISION', 'The playlog was changed in between');
  };

  #prepare(copy: DayCopy, by: string): Promise<Answer<PreparedCopy>> {
    const { unitOfWork, channel, clock } = this.#to;
    const now = frameOnAirAt(clock.now(), channel.rate);
    return unitOfWork.run((repositories) => prepareCopy(repositories, copy, { channel, by, now, lockEnd: this.#lockEnd(now) }));
  }

  async #try({ by }: CopyDayOrder, prepared: PreparedCopy): Promise<Answer<DayCopied> | 'overtaken'> {
    const { unitOfWork, clock, events } = this.#to;
    const { outlook, after, gaveWay } = await this.#draw(prepared);
    const difference = playlogDifference(outlook.items, after);
    const revision = await unitOfWork.run(async ({ playlog, playlogEdits }) => {
      if ((await playlog.revision()) !== outlook.playlogRevision) return 'overtaken';
      const now = clock.now();
      const lockEnd = this.#lockEnd(frameOnAirAt(now, this.#to.channel.rate));
      if (difference.firstFrame !== null && difference.firstFrame < lockEnd) return refused('LOCKED', LOCKED);
      const written = await writeDifference(playlog, difference);
      await playlogEdits.add({ before: difference.before, after: difference.after, revision: written, by, at: now });
      return written;
    });
    if (typeof revision !== 'number') return revision;
    events.publish({ type: 'playlog-changed', revision });
    const { copied, leftOut } = prepared;
    return granted({ revision, copied, leftOut, dropped: gaveWay.map(({ id, title }) => ({ id, title })) });
  }

  /** The playlog with the copy in it, beside the one that stands. */
  async #draw({ plan, items, begins, ends }: PreparedCopy) {
    const { desk, ids, rules } = this.#to;
    const outlook = await desk.look(plan);
    const copies = items.map((item): PlaylogItem => ({ ...item, id: ids.next(), status: 'planned' }));
    const { before, placed, behind, from, until, gaveWay } = roomForDay(outlook.items, copies, begins, ends);
    const around = { ...outlook, items: [...before, ...placed, ...asEnd(behind)], earlierSpots: withComing(outlook.earlierSpots, behind) };
    const stretch = await desk.draw(plan, around, from, until, rules.atMost);
    const drawn = stretch.items.map((item): PlaylogItem => ('id' in item ? item : { ...item, id: ids.next(), status: 'planned' }));
    const after = [...before, ...drawn, ...behind];
    if (findUnsound(after) !== null) throw new Error('A copied day left the playlog unsound');
    return { outlook, after, gaveWay };
  }

  #lockEnd(now: Frames): Frames {
    return frames(now + msToFrames(this.#to.rules.lockWindow, this.#to.channel.rate));
  }
}

/** What comes after the day has its spots already: they count towards the cap of all. */
function withComing(earlier: Outlook['earlierSpots'], behind: readonly PlaylogItem[]): Outlook['earlierSpots'] {
  const counts = new Map(earlier);
  for (const { kind, assetId } of behind) {
    if (kind === 'commercial' && assetId !== null) counts.set(assetId, (counts.get(assetId) ?? 0) + 1);
  }
  return counts;
}

/** The first item after the day, for the planner to end at as it does where a person placed something. */
function asEnd(behind: readonly PlaylogItem[]): readonly PlaylogItem[] {
  return behind.slice(0, 1).map((item) => ({ ...item, origin: { ...item.origin, placedBy: 'the day after' } }));
}

function refusalOf({ copied, leftOut, isLocked }: PreparedCopy, leaveOut: boolean): Refusal | null {
  if (copied === 0) return { ...refused('MAY_NOT_AIR', `Nothing of that day may air there: ${inWords(leftOut)}`), field: 'from' };
  if (leaveOut || leftOut.length === 0) return null;
  return { ...refused(isLocked ? 'LOCKED' : 'MAY_NOT_AIR', inWords(leftOut)), field: 'to' };
}

function inWords(leftOut: DayCopyTrial['leftOut']): string {
  const named = leftOut.slice(0, NAMED).map(({ title, reason }) => `“${title}”: ${reason}`);
  const others = leftOut.length - named.length;
  return [...named, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}
