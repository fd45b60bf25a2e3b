import type { Explanation } from '../../../shared/contract/playlog.ts';
import type { Campaign } from '../../../shared/contract/traffic.ts';
import { type FrameRate, type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { Avail, PlacedSpot, TrafficSpot } from './avail.ts';

/** A play that counts: aired, or planned. */
export interface SpotPlay {
  readonly assetId: string;
  readonly at: Frames;
  readonly date: string;
}

interface Ledger {
  inAll: number;
  readonly onDate: Map<string, number>;
  last: Frames | null;
  readonly lastOfSpot: Map<string, Frames>;
}

/** The latest play of an advertiser or a category, and until when its campaign keeps others of it away. */
interface Kept {
  readonly last: Frames;
  readonly until: number;
}

type Refusal = Explanation['refused'][number];
const NAMED = 4;

/** Places spots, avail after avail in the order of time, and keeps the books of what each campaign has had. */
export class SpotPlacer {
  readonly #campaigns: readonly Campaign[];
  readonly #spots: ReadonlyMap<string, TrafficSpot>;
  readonly #ledgers = new Map<string, Ledger>();
  readonly #campaignsOfSpot = new Map<string, Campaign>();
  readonly #ofAdvertiser = new Map<string, Kept>();
  readonly #ofCategory = new Map<string, Kept>();
  /** Spots that no campaign claims, the one played longest ago first. */
  readonly #unclaimed: Map<string, TrafficSpot>;
  readonly #extraPlays: ReadonlyMap<string, number>;
  readonly #shortest: number;
  readonly #rate: FrameRate;

  /**
   * @param spots all that may air, those that were played longest ago first
   * @param extraPlays accepted make-goods: plays beyond the cap of a day, by `campaign@date`
   */
  constructor(campaigns: readonly Campaign[], spots: readonly TrafficSpot[], extraPlays: ReadonlyMap<string, number>, rate: FrameRate) {
    this.#campaigns = campaigns.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
    this.#spots = new Map(spots.map((spot) => [spot.id, spot]));
    for (const campaign of this.#campaigns) {
      this.#ledgers.set(campaign.id, { inAll: 0, onDate: new Map(), last: null, lastOfSpot: new Map() });
      for (const id of campaign.assetIds) if (!this.#campaignsOfSpot.has(id)) this.#campaignsOfSpot.set(id, campaign);
    }
    this.#unclaimed = new Map(spots.filter(({ id }) => !this.#campaignsOfSpot.has(id)).map((spot) => [spot.id, spot]));
    this.#shortest = spots.reduce((least, { durationFrames }) => Math.min(least, durationFrames), Number.POSITIVE_INFINITY);
    this.#extraPlays = extraPlays;
    this.#rate = rate;
  }

  /** Enters plays of long ago, that count for nothing but the cap of all. */
  enterEarlier(assetId: string, count: number): void {
    const ledger = this.#ledgers.get(this.#campaignsOfSpot.get(assetId)?.id ?? '');
    if (ledger) ledger.inAll += count;
  }

  /** Enters a play that happened or stands. Plays have to come in the order of time. */
  enter({ assetId, at, date }: SpotPlay): void {
    const campaign = this.#campaignsOfSpot.get(assetId);
    const spot = this.#spots.get(assetId);
    const until = at + this.#framesOf(campaign?.separationMinutes ?? 0);
    this.#keepAway(this.#ofAdvertiser, campaign?.advertiser ?? spot?.advertiser ?? null, at, until);
    this.#keepAway(this.#ofCategory, campaign?.category ?? spot?.category ?? null, at, until);
    const ledger = campaign && this.#ledgers.get(campaign.id);
    if (ledger) {
      ledger.inAll += 1;
      ledger.onDate.set(date, (ledger.onDate.get(date) ?? 0) + 1);
      ledger.last = at;
      ledger.lastOfSpot.set(assetId, at);
    } else if (spot && this.#unclaimed.delete(assetId)) {
      this.#unclaimed.set(assetId, spot);
    }
  }

  /** Fills an avail, as far as the rules let it, and enters what it placed. */
  fill(avail: Avail): readonly PlacedSpot[] {
    const pod: PlacedSpot[] = [];
    let left = avail.lengthFrames;
    while (pod.length < avail.mostSpots) {
      const place = { at: avail.at, left };
      const placed = this.#fromCampaigns(avail, place, pod) ?? this.#fromUnclaimed(avail, place, pod);
      if (placed === null) break;
      pod.push(placed);
      left = frames(left - placed.spot.durationFrames);
      // By the end of the avail: whatever order its spots get, the next one is far enough away.
      this.enter({ assetId: placed.spot.id, at: frames(avail.at + avail.lengthFrames), date: avail.date });
    }
    return this.#inPosition(pod);
  }

  #fromCampaigns(avail: Avail, place: Place, pod: readonly PlacedSpot[]): PlacedSpot | null {
    const refused: Refusal[] = [];
    let best: { campaign: Campaign; spot: TrafficSpot; share: number } | null = null;
    for (const campaign of this.#campaigns) {
      if (best !== null && campaign.priority < best.campaign.priority) break;
      const refusal = this.#refusal(campaign, avail, place, pod);
      const spot = refusal === null ? this.#spotOf(campaign, avail, place) : null;
      if (spot === null) {
        refused.push({ assetId: campaign.assetIds[0] ?? '', title: campaign.name, reason: refusal ?? 'None of its spots fits or may air' });
        continue;
      }
      const share = ((this.#ledgers.get(campaign.id)?.onDate.get(avail.date) ?? 0) + 1) / campaign.weight;
      if (best === null || share < best.share) best = { campaign, spot, share };
    }
    if (best === null) return null;
    const rule = `Campaign ${best.campaign.name}: priority ${best.campaign.priority}, least served by its weight`;
    return placedSpot(best.spot, best.campaign.id, rule, this.#campaigns.length, refused);
  }

  #fromUnclaimed(avail: Avail, place: Place, pod: readonly PlacedSpot[]): PlacedSpot | null {
    if (place.left < this.#shortest || this.#unclaimed.size === 0) return null;
    const refused: Refusal[] = [];
    const waiting = this.#campaigns.filter((campaign) => this.#mayAirWithinSeparation(campaign, avail));
    for (const spot of this.#unclaimed.values()) {
      const reason = this.#unclaimedRefusal(spot, place, pod) ?? unfit(spot, avail, place) ?? inTheWay(spot, waiting);
      if (reason === null) return placedSpot(spot, null, 'Least recent spot that no campaign claims', this.#unclaimed.size, refused);
      refused.push({ assetId: spot.id, title: spot.title, reason });
    }
    return null;
  }

  #unclaimedRefusal({ id, advertiser, category }: TrafficSpot, { at }: Place, pod: readonly PlacedSpot[]): string | null {
    return this.#podRefusal(advertiser, category, id, pod) ?? this.#separationRefusal(advertiser, category, at, 0);
  }

  /**
   * Whether a campaign could air so soon after an avail that a spot of its advertiser or category there would keep it away. Where its breaks
   * will be is not known yet: it counts wherever it is bought for.
   */
  #mayAirWithinSeparation(campaign: Campaign, { at, lengthFrames, daypartId, timeUntil }: Avail): boolean {
    const { id, separationMinutes, spacingMinutes, dayparts, assetIds } = campaign;
    if (separationMinutes === 0 || !assetIds.some((asset) => this.#spots.has(asset))) return false;
    const until = frames(at + lengthFrames + this.#framesOf(separationMinutes));
    const last = this.#ledgers.get(id)?.last ?? null;
    if (last !== null && last + this.#framesOf(spacingMinutes) >= until) return false;
    const { dates, daypartIds } = timeUntil(until);
    if (dayparts.length > 0 && ![daypartId, ...daypartIds].some((one) => one !== null && dayparts.includes(one))) return false;
    return dates.some((date) => date >= campaign.from && date <= campaign.to && this.#capRefusal(campaign, date) === null);
  }

  #refusal(campaign: Campaign, { date, daypartId }: Avail, { at }: Place, pod: readonly PlacedSpot[]): string | null {
    if (date < campaign.from || date > campaign.to) return 'Not in its flight';
    if (campaign.dayparts.length > 0 && !campaign.dayparts.includes(daypartId ?? '')) return 'Not in this daypart';
    if (campaign.position !== 'any' && pod.some((placed) => this.#positionOf(placed) === campaign.position)) {
      return `Another is ${campaign.position} in this break`;
    }
    return (
      this.#capRefusal(campaign, date) ??
      this.#nearRefusal(campaign, at) ??
      this.#podRefusal(campaign.advertiser, campaign.category, null, pod)
    );
  }

  #capRefusal(campaign: Campaign, date: string): string | null {
    const ledger = this.#ledgers.get(campaign.id);
    if (campaign.playsInAll !== null && (ledger?.inAll ?? 0) >= campaign.playsInAll) return 'All its plays are placed';
    const onDate = ledger?.onDate.get(date) ?? 0;
    const extra = this.#extraPlays.get(`${campaign.id}@${date}`) ?? 0;
    return campaign.playsPerDay !== null && onDate >= campaign.playsPerDay + extra ? 'All its plays of the day are placed' : null;
  }

  #nearRefusal({ id, advertiser, category, spacingMinutes, separationMinutes }: Campaign, at: Frames): string | null {
    if (this.#isNear(this.#ledgers.get(id)?.last, at, spacingMinutes)) return 'Sooner than its spacing';
    return this.#separationRefusal(advertiser, category, at, separationMinutes);
  }

  /** Its own separation counts, and that of the campaign which was placed before it. */
  #separationRefusal(advertiser: string | null, category: string | null, at: Frames, minutes: number): string | null {
    if (this.#isKeptAway(this.#ofAdvertiser, advertiser, at, minutes)) return 'Too near its advertiser';
    return this.#isKeptAway(this.#ofCategory, category, at, minutes) ? 'Too near its category' : null;
  }

  #isKeptAway(plays: ReadonlyMap<string, Kept>, name: string | null, at: Frames, minutes: number): boolean {
    const kept = name === null ? undefined : plays.get(name.toLowerCase());
    return kept !== undefined && (at < kept.until || at - kept.last < this.#framesOf(minutes));
  }

  /** The campaign's spot that was played longest ago and fits. */
  #spotOf(campaign: Campaign, avail: Avail, place: Place): TrafficSpot | null {
    const played = this.#ledgers.get(campaign.id)?.lastOfSpot;
    const spots = campaign.assetIds.flatMap((id) => this.#spots.get(id) ?? []).filter((spot) => unfit(spot, avail, place) === null);
    const turn = (spot: TrafficSpot) => played?.get(spot.id) ?? Number.NEGATIVE_INFINITY;
    return spots.sort((a, b) => turn(a) - turn(b) || (a.houseId < b.houseId ? -1 : 1))[0] ?? null;
  }

  #podRefusal(advertiser: string | null, category: string | null, spotId: string | null, pod: readonly PlacedSpot[]): string | null {
    for (const { spot, campaignId } of pod) {
      const other = this.#campaigns.find(({ id }) => id === campaignId);
      if (spot.id === spotId) return 'In this break already';
      if (isSame(advertiser, other?.advertiser ?? spot.advertiser)) return 'Its advertiser is in this break already';
      if (isSame(category, other?.category ?? spot.category)) return 'Its category is in this break already';
    }
    return null;
  }

  #isNear(last: Frames | null | undefined, at: Frames, minutes: number): boolean {
    return last !== null && last !== undefined && minutes > 0 && at - last < this.#framesOf(minutes);
  }

  #framesOf(minutes: number): Frames {
    return msToFrames(milliseconds(minutes * 60_000), this.#rate);
  }

  #keepAway(plays: Map<string, Kept>, name: string | null, last: Frames, until: number): void {
    if (name === null) return;
    const before = plays.get(name.toLowerCase());
    plays.set(name.toLowerCase(), { last, until: Math.max(until, before?.until ?? 0) });
  }

  /** Whether a campaign claims a spot: then it airs where that says, and nowhere else. What is no spot can't be claimed. */
  isClaimed(spotId: string): boolean {
    return this.#spots.has(spotId) && this.#campaignsOfSpot.has(spotId);
  }

  /** Those that are to stand first and last, there. */
  #inPosition(pod: readonly PlacedSpot[]): readonly PlacedSpot[] {
    const places = { first: 0, any: 1, last: 2 };
    return pod.toSorted((a, b) => places[this.#positionOf(a)] - places[this.#positionOf(b)]);
  }

  #positionOf({ campaignId }: PlacedSpot): Campaign['position'] {
    return this.#campaigns.find(({ id }) => id === campaignId)?.position ?? 'any';
  }
}

interface Place {
  readonly at: Frames;
  readonly left: Frames;
}

function unfit(spot: TrafficSpot, avail: Avail, { left }: Place): string | null {
  return spot.durationFrames > left ? 'Longer than what is left of the break' : avail.refusalOf(spot);
}

function inTheWay({ advertiser, category }: TrafficSpot, waiting: readonly Campaign[]): string | null {
  const isNear = (campaign: Campaign) => isSame(advertiser, campaign.advertiser) || isSame(category, campaign.category);
  return waiting.some(isNear) ? 'It would keep a campaign away' : null;
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
}

function placedSpot(
  spot: TrafficSpot,
  campaignId: string | null,
  rule: string,
  candidateCount: number,
  refused: readonly Refusal[],
): PlacedSpot {
  return { spot, campaignId, explanation: { rule, seed: null, candidateCount, refused: refused.slice(0, NAMED), relaxed: null } };
}
