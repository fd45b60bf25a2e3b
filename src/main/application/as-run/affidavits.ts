import type { Affidavit, AffidavitPlay } from '../../../shared/contract/as-run-reports.ts';
import type { Campaign } from '../../../shared/contract/traffic.ts';
import { framesToMs, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay, dateAfter, localTimeOf, type StationCalendar } from '../../../shared/time/station-calendar.ts';
import { assetId } from '../../domain/library/index.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import type { Channel } from '../channel.ts';
import type { LoggedEntry } from '../ports/as-run-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { AsRunReports } from './as-run-reports.ts';
import { formatAffidavit } from './format-affidavit.ts';

/** Whose plays, and on which broadcast days, both included. */
export interface AffidavitOrder {
  readonly advertiser: string;
  readonly from: string;
  readonly to: string;
}

/** What making affidavits needs. */
export interface AffidavitsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly channel: Channel;
  readonly reports: AsRunReports;
}

/** Affidavits: when an advertiser's spots aired, told from the log, corrections counted. A spot is its campaign's advertiser's, or the one its asset names. */
export class Affidavits {
  readonly #to: AffidavitsDependencies;
  constructor(dependencies: AffidavitsDependencies) {
    this.#to = dependencies;
  }

  readonly get = async ({ advertiser, from, to }: AffidavitOrder): Promise<Affidavit> => {
    const { unitOfWork, clock, channel, reports } = this.#to;
    const { plan, campaigns } = await unitOfWork.run(async (all) => ({
      plan: (await all.plan.get())?.plan ?? defaultPlan(channel.zone),
      campaigns: await all.campaigns.list(),
    }));
    const owners = new Map<string, Owner>();
    const plays: AffidavitPlay[] = [];
    let notAired = 0;
    // Day by day: a quarter of a year in one go would keep everybody waiting.
    for (let date = from; date <= to; date = dateAfter(date, 1)) {
      for (const entry of await this.#spotsOf(plan, date)) {
        const owner = owners.get(entry.assetId ?? '') ?? (await this.#ownerOf(entry, campaigns));
        owners.set(entry.assetId ?? '', owner);
        if (owner.advertiser?.toLowerCase() !== advertiser.toLowerCase()) continue;
        if (entry.outcome === 'aired') plays.push(this.#play(entry, date, owner, plan.zone));
        else notAired += 1;
      }
    }
    const totalMs = plays.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const preparedAt = new Date(clock.now()).toISOString();
    const period = { from, to, zone: plan.zone, preparedAt };
    return { station: channel.name, advertiser, ...period, plays, totalMs, notAired, chain: await reports.verify() };
  };

  /** The same as a page to be printed. */
  readonly page = async (order: AffidavitOrder): Promise<string> => formatAffidavit(await this.get(order));

  async #spotsOf(calendar: StationCalendar, date: string): Promise<readonly LoggedEntry[]> {
    const day = broadcastDay(calendar, date);
    const [start, end] = [milliseconds(Math.round(day.startsAt)), milliseconds(Math.round(day.endsAt))];
    return this.#to.unitOfWork.run(({ asRun }) => asRun.listSpots(start, end));
  }

  async #ownerOf({ assetId: id }: LoggedEntry, campaigns: readonly Campaign[]): Promise<Owner> {
    const campaign = campaigns.find(({ assetIds }) => id !== null && assetIds.includes(id));
    if (campaign !== undefined) return { advertiser: campaign.advertiser, campaign: campaign.name };
    const asset = id === null ? null : await this.#to.unitOfWork.run(({ assets }) => assets.get(assetId(id)));
    return { advertiser: asset?.details.advertiser ?? null, campaign: null };
  }

  #play({ seq, startsAt, title, houseId, durationFrames }: LoggedEntry, date: string, { campaign }: Owner, zone: string): AffidavitPlay {
    const durationMs = framesToMs(durationFrames, this.#to.channel.rate);
    const airedAt = new Date(startsAt).toISOString();
    return { seq, date, airedAt, localTime: localTimeOf(startsAt, zone), title, houseId, campaign, durationFrames, durationMs };
  }
}

interface Owner {
  readonly advertiser: string | null;
  readonly campaign: string | null;
}
