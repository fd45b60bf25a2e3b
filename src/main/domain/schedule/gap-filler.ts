import { ASSET_KINDS } from '../../../shared/contract/asset-kind.ts';
import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { later, refusalAt } from './airability.ts';
import { INTERSTITIALS, STATION_IDS } from './break-maker.ts';
import type { PoolRule } from './plan-library.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { PickSources } from './programme-picker.ts';
import type { StretchWriter } from './stretch-writer.ts';

/** What fills a gap before a fixed start, and what fills the channel when no programme may air. */
export const GAP_FILL: PoolRule = { kinds: INTERSTITIALS, filter: null };
const EVERYTHING: PoolRule = { kinds: ASSET_KINDS, filter: null };

/** How long a block of slate is where nothing ends it. */
const SLATE_MS = milliseconds(600_000);

/** Fills time that no programme takes: promos and filler that fit, then one that is cut, then whatever may air, then slate. */
export class GapFiller {
  readonly #sources: PickSources;
  readonly #writer: StretchWriter;

  constructor(sources: PickSources, writer: StretchWriter) {
    this.#sources = sources;
    this.#writer = writer;
  }

  /** Writes one item at least; up to the fixed start when there is one. */
  fill(hardEnd: Frames | null, occurrence: string): void {
    do this.#fillNext(hardEnd, occurrence);
    while (hardEnd !== null && this.#writer.at < hardEnd);
  }

  /** Writes a station ID if there is one that fits. */
  placeStationId(hardEnd: Frames | null, occurrence: string): void {
    const room = hardEnd === null ? null : frames(hardEnd - this.#writer.at);
    const asset = this.#firstOf(STATION_IDS, room, true);
    if (asset !== null) this.#write(asset, asset.durationFrames, occurrence, explained('The first seam of the hour', null));
  }

  #fillNext(hardEnd: Frames | null, occurrence: string): void {
    const room = hardEnd === null ? null : frames(hardEnd - this.#writer.at);
    const fitting = room === null ? null : this.#firstOf(GAP_FILL, room, true);
    if (fitting !== null) {
      this.#write(fitting, fitting.durationFrames, occurrence, explained('Fills up to the fixed start', null));
      return;
    }
    this.#fillAsItMay(room, occurrence);
  }

  #fillAsItMay(room: Frames | null, occurrence: string): void {
    const cut = (room === null ? null : this.#firstOf(GAP_FILL, room, false)) ?? this.#firstOf(EVERYTHING, room, false);
    if (cut === null) {
      this.#writeSlate(room, occurrence);
      return;
    }
    const length = Math.min(cut.durationFrames, room ?? Number.POSITIVE_INFINITY);
    const relaxed = length < cut.durationFrames ? 'Cut at the next fixed start' : 'No programme may air here';
    this.#write(cut, frames(length), occurrence, explained('Fills time that no programme takes', relaxed));
  }

  #firstOf(rule: PoolRule, room: Frames | null, mustFit: boolean): PlannableAsset | null {
    const { library, watershed } = this.#sources;
    const { at } = this.#writer;
    const pool = library.pool(rule);
    if (mustFit && room !== null && room < pool.shortest) return null;
    for (const asset of pool.inTurn()) {
      if (mustFit && room !== null && asset.durationFrames > room) continue;
      const length = Math.min(asset.durationFrames, room ?? Number.POSITIVE_INFINITY);
      // A commercial airs where traffic puts it, and nowhere else.
      if (asset.kind !== 'commercial' && refusalAt(asset, at, later(at, length), watershed) === null) return asset;
    }
    return null;
  }

  #write(asset: PlannableAsset, durationFrames: Frames, occurrence: string, explanation: Explanation): void {
    this.#writer.write({ asset, offset: frames(0), durationFrames, startMode: 'follow', explanation, origin: { occurrence } });
  }

  #writeSlate(room: Frames | null, occurrence: string): void {
    const block = msToFrames(SLATE_MS, this.#sources.rate);
    const durationFrames = frames(Math.min(block, room ?? block));
    const explanation = explained('Slate: nothing in the library can air here', null);
    this.#writer.write({ asset: null, offset: frames(0), durationFrames, startMode: 'follow', explanation, origin: { occurrence } });
  }
}

function explained(rule: string, relaxed: string | null): Explanation {
  return { rule, seed: null, candidateCount: 0, refused: [], relaxed };
}
