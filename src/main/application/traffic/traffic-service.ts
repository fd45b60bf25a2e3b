import type { Campaign, CampaignProgress, MakeGood } from '../../../shared/contract/traffic.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { broadcastDayAt } from '../../../shared/time/station-calendar.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import { owedSpots } from '../../domain/traffic/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repositories, UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted, type Refusal, refused } from '../refusal.ts';
import type { PlanAhead } from '../schedule/index.ts';

/** For so long a spot that was missed can be made good. */
const OWED_MS = 30 * 86_400_000;

/** What the service needs. */
export interface TrafficServiceDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly planAhead: PlanAhead;
  readonly channel: Channel;
}

/** The campaigns, and the spots that they are owed. */
export class TrafficService {
  readonly #to: TrafficServiceDependencies;

  constructor(dependencies: TrafficServiceDependencies) {
    this.#to = dependencies;
  }

  readonly list = async (): Promise<{ readonly items: Campaign[] }> => {
    return { items: [...(await this.#to.unitOfWork.run(({ campaigns }) => campaigns.list()))] };
  };

  /** Adds a campaign, or writes it over the one of the same id. Refused when another one has one of its spots. */
  readonly put = async (campaign: Campaign): Promise<Answer<Campaign>> => {
    const refusal = await this.#to.unitOfWork.run(async ({ campaigns }): Promise<Refusal | null> => {
      const others = (await campaigns.list()).filter(({ id }) => id !== campaign.id);
      const index = campaign.assetIds.findIndex((id) => others.some(({ assetIds }) => assetIds.includes(id)));
      if (index >= 0) return { ...refused('BAD_INPUT', 'This spot belongs to another campaign'), field: `assetIds.${index}` };
      await campaigns.put(campaign);
      return null;
    });
    if (refusal !== null) return refusal;
    await this.#to.planAhead.run();
    return granted(campaign);
  };

  /** Removes a campaign. What it has planned inside the lock window airs all the same. */
  readonly remove = async (id: string): Promise<Answer<Record<never, never>>> => {
    const wasThere = await this.#to.unitOfWork.run(({ campaigns }) => campaigns.remove(id));
    if (!wasThere) return refused('NOT_FOUND', 'There is no campaign of that id');
    await this.#to.planAhead.run();
    return granted({});
  };

  /** How often each campaign's spots aired by the as-run log: in the broadcast day that is on air, and in all. */
  readonly listProgress = async (): Promise<{ readonly date: string; readonly items: CampaignProgress[] }> => {
    const { clock, channel, unitOfWork } = this.#to;
    const now = clock.now();
    return await unitOfWork.run(async ({ campaigns, asRun, plan }) => {
      const { date, startsAt } = broadcastDayAt((await plan.get())?.plan ?? defaultPlan(channel.zone), now);
      const today = await asRun.listSpots(startsAt, now);
      const aired = today.filter(({ outcome }) => outcome === 'aired').map(({ assetId }) => assetId);
      const inAll = await asRun.countSpots(now);
      const items = (await campaigns.list()).map(({ id, assetIds }) => ({
        campaignId: id,
        airedToday: aired.filter((assetId) => assetId !== null && assetIds.includes(assetId)).length,
        airedInAll: assetIds.reduce((sum, assetId) => sum + (inAll.get(assetId) ?? 0), 0),
      }));
      return { date, items };
    });
  };

  /** The spots that did not air as planned and that nobody has decided about. */
  readonly listMakeGoods = async (): Promise<{ readonly items: MakeGood[] }> => {
    const owed = await this.#to.unitOfWork.run((repositories) => this.#owed(repositories));
    const items = owed.map(({ entry, campaign }) => ({
      asRunSeq: entry.seq,
      campaignId: campaign.id,
      campaign: campaign.name,
      advertiser: campaign.advertiser,
      title: entry.title,
      plannedAt: new Date(entry.plannedStartsAt ?? entry.startsAt).toISOString(),
      outcome: entry.outcome,
      reason: entry.reason,
    }));
    return { items };
  };

  /** Accepted: its campaign may air once more than its cap of the next broadcast day allows. */
  readonly decide = async (asRunSeq: number, decision: 'accepted' | 'declined', by: string): Promise<Answer<Record<never, never>>> => {
    const isOwed = await this.#to.unitOfWork.run(async (repositories) => {
      const owed = (await this.#owed(repositories)).find(({ entry }) => entry.seq === asRunSeq);
      if (owed === undefined) return false;
      await repositories.campaigns.decide({ asRunSeq, campaignId: owed.campaign.id, decision, by, at: this.#to.clock.now() });
      return true;
    });
    if (!isOwed) return refused('NOT_FOUND', 'No spot is owed under that number, or it was decided about already');
    await this.#to.planAhead.run();
    return granted({});
  };

  async #owed({ campaigns, asRun }: Repositories) {
    const missed = await asRun.listMissedSpots(milliseconds(this.#to.clock.now() - OWED_MS));
    const decided = new Set((await campaigns.listDecisions()).map(({ asRunSeq }) => asRunSeq));
    return owedSpots(await campaigns.list(), missed, decided);
  }
}
