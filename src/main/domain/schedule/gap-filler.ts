import { ASSET_KINDS } from '../../../shared/contract/asset-kind.ts';
import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { later, refusalAt } from './airability.ts';
import { INTERSTITIALS, STATION_IDS } from './break-maker.ts';
import type { DayIndex } from './day-index.ts';
import type { PoolRule } from './plan-library.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { PickSources } from './programme-picker.ts';
import type { StretchWriter } from './stretch-writer.ts';

/** What fills a gap before a fixed start, and what fills the channel when no programme may air. */
export const GAP_FILL: PoolRule = { kinds: INTERSTITIALS, filter: null };
export const EVERYTHING_ELSE: PoolRule = { kinds: ASSET_KINDS.filter((kind) => kind !== 'commercial'), filter: null };
/** The last resort of a station that has nothing else: spots that no campaign claims. */
const COMMERCIALS: PoolRule = { kinds: ['commercial'], filter: null };

const CUT = 'Cut at the next fixed start';
const NAMED = 4;

/** How long a block of slate is where nothing ends it. */
const SLATE_MS = milliseconds(600_000);

/** Fills time that no programme takes: promos and filler that fit, then one that is cut, then whatever may air, spots last, then slate. */
export class GapFiller {
  readonly #sources: PickSources;
  readonly #writer: StretchWriter;
  readonly #days: DayIndex;

  constructor(sources: PickSources, writer: StretchWriter, days: DayIndex) {
    this.#sources = sources;
    this.#writer = writer;
    this.#days = days;
  }

  /** Writes one item at least; up to the fixed start when there is one. */
  fill(hardEnd: Frames | null, occurrence: string): void {
    do this.#fillNext(hardEnd, occurrence);
    while (hardEnd !== null && this.#writer.at < hardEnd);
  }

  /** Writes a station ID if there is one that fits. */
  placeStationId(hardEnd: Frames | null, occurrence: string): void {
    const room = hardEnd === null ? null : frames(hardEnd - this.#writer.at);
    const found = this.#firstOf(STATION_IDS, room, true);
    if (found !== null) this.#write(found, found.asset.durationFrames, occurrence, 'The first seam of the hour', null);
  }

  #fillNext(hardEnd: Frames | null, occurrence: string): void {
    const room = hardEnd === null ? null : frames(hardEnd - this.#writer.at);
    const fitting = room === null ? null : this.#firstOf(GAP_FILL, room, true);
    if (fitting !== null) this.#write(fitting, fitting.asset.durationFrames, occurrence, 'Fills up to the fixed start', null);
    else this.#fillAsItMay(room, occurrence);
  }

  #fillAsItMay(room: Frames | null, occurrence: string): void {
    const cut = (room === null ? null : this.#firstOf(GAP_FILL, room, false)) ?? this.#firstOf(EVERYTHING_ELSE, room, false);
    const found = cut ?? this.#firstOf(COMMERCIALS, room, false);
    if (found === null) {
      this.#writeSlate(room, occurrence);
      return;
    }
    const { asset } = found;
    const length = Math.min(asset.durationFrames, room ?? Number.POSITIVE_INFINITY);
    const instead = cut === null ? 'Nothing but spots may air here' : 'No programme may air here';
    const date = this.#days.dateOf(this.#writer.at);
    this.#write(found, frames(length), occurrence, 'Fills time that no programme takes', length < asset.durationFrames ? CUT : instead);
    if (asset.kind === 'commercial') this.#sources.spots.enter({ assetId: asset.id, at: this.#writer.at, date });
  }

  #firstOf(rule: PoolRule, room: Frames | null, mustFit: boolean): Found | null {
    const { at } = this.#writer;
    const pool = this.#sources.library.pool(rule);
    if (mustFit && room !== null && room < pool.shortest) return null;
    const refused: Explanation['refused'] = [];
    for (const asset of pool.inTurn()) {
      const reason = this.#refusal(asset, at, room, mustFit);
      if (reason === null) return { asset, candidateCount: pool.size, refused };
      if (refused.length < NAMED) refused.push({ assetId: asset.id, title: asset.title, reason });
    }
    return null;
  }

  #refusal(asset: PlannableAsset, at: Frames, room: Frames | null, mustFit: boolean): string | null {
    const { spots, watershed } = this.#sources;
    if (mustFit && room !== null && asset.durationFrames > room) return 'Longer than the time before the next fixed start';
    if (spots.isClaimed(asset.id)) return 'A campaign says where it airs';
    const length = Math.min(asset.durationFrames, room ?? Number.POSITIVE_INFINITY);
    return refusalAt(asset, at, later(at, length), watershed);
  }

  #write(
    { asset, candidateCount, refused }: Found,
    durationFrames: Frames,
    occurrence: string,
    rule: string,
    relaxed: string | null,
  ): void {
    const explanation = { rule, seed: null, candidateCount, refused, relaxed };
    this.#writer.write({ asset, offset: frames(0), durationFrames, startMode: 'follow', explanation, origin: { occurrence } });
  }

  #writeSlate(room: Frames | null, occurrence: string): void {
    const block = msToFrames(SLATE_MS, this.#sources.rate);
    const durationFrames = frames(Math.min(block, room ?? block));
    const { size } = this.#sources.library.pool(EVERYTHING_ELSE);
    const rule = 'Slate: nothing in the library can air here';
    const explanation = { rule, seed: null, candidateCount: size, refused: this.#whyNothing(room), relaxed: null };
    this.#writer.write({ asset: null, offset: frames(0), durationFrames, startMode: 'follow', explanation, origin: { occurrence } });
  }

  /** Why each of the first few may not air here. */
  #whyNothing(room: Frames | null): Explanation['refused'] {
    const refused: Explanation['refused'] = [];
    for (const asset of this.#sources.library.pool(EVERYTHING_ELSE).inTurn()) {
      const reason = this.#refusal(asset, this.#writer.at, room, false);
      if (reason !== null) refused.push({ assetId: asset.id, title: asset.title, reason });
      if (refused.length === NAMED) break;
    }
    return refused;
  }
}

interface Found {
  readonly asset: PlannableAsset;
  readonly candidateCount: number;
  readonly refused: Explanation['refused'];
}
