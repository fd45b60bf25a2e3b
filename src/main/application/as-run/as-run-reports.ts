import type { AsRunCheck, Reconciliation } from '../../../shared/contract/as-run-reports.ts';
import { type Frames, firstFrameFrom, frameDueAt, milliseconds } from '../../../shared/time/index.ts';
import { type BroadcastDay, broadcastDay } from '../../../shared/time/station-calendar.ts';
import { asCorrected, formatAsRunCsv, reconcile } from '../../domain/as-run/index.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { LoggedEntry } from '../ports/as-run-repository.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { toRow } from './as-run-queries.ts';

/** The most rows of a day. */
const MOST_ROWS = 100_000;
/** Rows that are checked at a time. */
const CHECKED = 2000;

/** What is made of the as-run log: a day's file, the check of its chain, its comparison with the playlog. */
export class AsRunReports {
  readonly #unitOfWork: UnitOfWork;
  readonly #channel: Channel;

  constructor(unitOfWork: UnitOfWork, channel: Channel) {
    this.#unitOfWork = unitOfWork;
    this.#channel = channel;
  }

  /** The log of a broadcast day as comma-separated values. */
  readonly csv = async (date: string): Promise<string> => {
    const { entries } = await this.#unitOfWork.run((repositories) => dayOf(repositories, date, this.#channel));
    return formatAsRunCsv(entries, this.#channel.rate);
  };

  /** The same as JSON: rows as the contract lists them. */
  readonly json = async (date: string): Promise<string> => {
    const { entries } = await this.#unitOfWork.run((repositories) => dayOf(repositories, date, this.#channel));
    return JSON.stringify({ date, items: entries.map(toRow) }, null, 2);
  };

  /** Follows the chain from the first row that is kept to the one that the head of the chain names as the last. */
  readonly verify = async (): Promise<AsRunCheck> => {
    const head = await this.#unitOfWork.run(({ asRun }) => asRun.head());
    const firstSeq = head?.firstSeq ?? 1;
    let rows = 0;
    let link = head?.before ?? { seq: 0, hash: '' };
    for (;;) {
      const from = link;
      const page = await this.#unitOfWork.run(({ asRun }) => asRun.followChain(from, CHECKED));
      rows += page.whole;
      if (page.fault !== null) return { ok: false, rows, fault: page.fault, firstSeq };
      link = page.last;
      if (page.whole < CHECKED) break;
    }
    const isComplete = head === null ? rows === 0 : head.isWhole && link.seq >= head.last.seq;
    return { ok: isComplete, rows, fault: isComplete ? null : { seq: link.seq + 1, what: 'cut-off' }, firstSeq };
  };

  /** Every difference between a broadcast day's playlog and its log. The playlog keeps a week. */
  readonly reconcile = async (date: string): Promise<Reconciliation> => {
    const { rate } = this.#channel;
    const differences = await this.#unitOfWork.run(async (repositories) => {
      const { day, entries } = await dayOf(repositories, date, this.#channel);
      const [from, until] = [firstFrameFrom(day.startsAt, rate), firstFrameFrom(day.endsAt, rate)];
      const known = entries.at(-1);
      const logged = known === undefined ? from : Math.min(until, known.startFrame + known.durationFrames);
      const items = await repositories.playlog.listBetween(from, until, MOST_ROWS);
      return reconcile(
        items.filter((item) => item.startFrame >= from && item.startFrame + item.durationFrames <= logged),
        asCorrected(entries),
      );
    });
    const instant = (frame: Frames | null) => (frame === null ? null : new Date(Math.round(frameDueAt(frame, rate))).toISOString());
    const items = differences.map(({ plannedStartFrame, airedStartFrame, ...rest }) => ({
      ...rest,
      plannedAt: instant(plannedStartFrame),
      airedAt: instant(airedStartFrame),
    }));
    return { date, items };
  };
}

async function dayOf(
  { plan, asRun }: Repositories,
  date: string,
  { zone }: Channel,
): Promise<{ day: BroadcastDay; entries: readonly LoggedEntry[] }> {
  const day = broadcastDay((await plan.get())?.plan ?? defaultPlan(zone), date);
  // The log keeps whole milliseconds, rounded.
  return { day, entries: await asRun.listBetween(milliseconds(Math.round(day.startsAt)), milliseconds(Math.round(day.endsAt)), MOST_ROWS) };
}
