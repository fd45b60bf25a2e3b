import type { BreakPattern, Daypart, SimpleSelection } from '../../../shared/contract/plan.ts';
import { type Frames, frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from '../playlog/index.ts';
import type { BreakMaker } from './break-maker.ts';
import { breakPoints } from './break-points.ts';
import type { DayIndex } from './day-index.ts';
import { GapFiller } from './gap-filler.ts';
import { LivePlacer } from './live-placer.ts';
import { type Opening, type PickSources, type ProgrammePick, pickProgramme, type Strictness } from './programme-picker.ts';
import type { Segment } from './segments.ts';
import type { StretchWriter } from './stretch-writer.ts';

/** The place of the next programme. */
export interface NextPlace {
  readonly segment: Segment;
  readonly daypart: Daypart;
  /** What begins here begins to the frame; null: nothing does. */
  readonly hardEnd: Frames | null;
  /** Whether the daypart has had all it was to have: what is left of it is filled. */
  readonly isExhausted: boolean;
}

/** The place of a break whose programme goes on at `hardEnd`. */
export type InterruptedPlace = Pick<NextPlace, 'segment' | 'daypart'> & { readonly hardEnd: Frames };

/** A gap up to this is filled with promos and filler; a longer one gets another programme, cut if need be. */
const FILL_MOST_MS = milliseconds(300_000);
/** A programme is not begun for less than this. */
const TRIM_LEAST_MS = milliseconds(60_000);
const BREAK_LEAST_MS = milliseconds(5_000);

/** What is chosen from when a selection has nothing left. */
export const EVERY_PROGRAMME = {
  type: 'least-recent',
  filter: { genres: [], tags: [], series: [], ratings: [] },
  cooldownMinutes: 1440,
} as const satisfies SimpleSelection;

const CUT = 'Cut at the next fixed start';
const REPEATED = 'Repeated within its cooldown: nothing else was left';
const OUTSIDE = 'Nothing of the selection may air here: any programme stands in';
const NO_INPUT = 'The station has no such live input, or it is off: any programme stands in';

type Try = readonly [SimpleSelection, Strictness];

/** Places programmes with their breaks, and fills what no programme fits. */
export class ProgrammePlacer {
  readonly #sources: PickSources;
  readonly #writer: StretchWriter;
  readonly #breaks: BreakMaker;
  readonly #days: DayIndex;
  readonly #gaps: GapFiller;
  readonly #live: LivePlacer;
  readonly #patterns: ReadonlyMap<string, BreakPattern>;
  readonly #airings = new Map<string, number>();

  constructor(sources: PickSources, writer: StretchWriter, breaks: BreakMaker, days: DayIndex, before: readonly PlaylogItem[]) {
    this.#sources = sources;
    this.#writer = writer;
    this.#breaks = breaks;
    this.#days = days;
    this.#gaps = new GapFiller(sources, writer, days);
    this.#live = new LivePlacer(sources, writer, before);
    this.#patterns = new Map(sources.plan.breakPatterns.map((pattern) => [pattern.id, pattern]));
    this.#countAirings(before);
  }

  /** Whether a segment's daypart has had all the programmes that it was to have in this occurrence. */
  isExhausted(segment: Segment): boolean {
    const { daypart, occurrence } = segment;
    if (this.#live.isTooLate(segment)) return true;
    const most = daypart === null ? null : mostAirings(daypart);
    return most !== null && (this.#airings.get(occurrence) ?? 0) >= most;
  }

  /** Whether a live input airs in a segment. */
  isLive({ daypart }: Segment): boolean {
    return daypart !== null && this.#live.inputOf(daypart) !== null;
  }

  /** Writes at least one item. */
  placeNext(place: NextPlace): void {
    const input = place.isExhausted ? null : this.#live.inputOf(place.daypart);
    if (input === null) this.#placeChosen(place);
    else this.#live.place(input, place.segment, place.daypart.name, place.hardEnd);
  }

  #placeChosen(place: NextPlace): void {
    this.#placeHourlyId(place);
    const { at } = this.#writer;
    if (place.hardEnd !== null && at >= place.hardEnd) return;
    const room = place.hardEnd === null ? null : frames(place.hardEnd - at);
    const pattern = this.#patterns.get(place.daypart.breaks ?? '') ?? null;
    const opening = this.#opening(place, room, pattern);
    const pick = this.#choose(place, opening);
    if (pick !== null) this.#placeProgramme(pick, place, pattern);
    else this.#gaps.fill(place.hardEnd, place.segment.occurrence);
  }

  /** Writes the break that follows a programme, if the daypart has any. */
  placeBreakAfter(place: Omit<NextPlace, 'isExhausted'>): void {
    const pattern = this.#patterns.get(place.daypart.breaks ?? '');
    if (pattern?.between) this.#placeBreak(pattern, place, 0, null);
  }

  /**
   * Fills the hole that a person left between two parts of a programme: with the daypart's break, if it has any, then with what fits. A hole that is
   * too long for that is left to other programmes.
   */
  placeBreakWithin({ segment, daypart, hardEnd }: InterruptedPlace, airingId: string): void {
    const { rate } = this.#sources;
    const pattern = this.#patterns.get(daypart.breaks ?? '') ?? null;
    const most = frames(hardEnd - this.#writer.at);
    const longest = Math.max(FILL_MOST_MS, (pattern?.lengthSeconds ?? 0) * 1000);
    if (most > msToFrames(milliseconds(longest), rate)) return;
    const { occurrence } = segment;
    if (pattern !== null && most >= msToFrames(BREAK_LEAST_MS, rate)) {
      const date = this.#days.dateOf(this.#writer.at);
      this.#breaks.place({ pattern, most, date, daypartId: daypart.id, occurrence, airingId });
    }
    if (this.#writer.at < hardEnd) this.#gaps.fill(hardEnd, occurrence);
  }

  #opening({ daypart, segment }: NextPlace, room: Frames | null, pattern: BreakPattern | null): Opening {
    const { rate } = this.#sources;
    const length = pattern === null ? 0 : msToFrames(milliseconds(pattern.lengthSeconds * 1000), rate);
    const breaksOf: Opening['breaksOf'] = (asset) => breakPoints(asset, pattern, rate).length * length;
    return { at: this.#writer.at, room, daypart, occurrence: segment.occurrence, breaksOf };
  }

  #choose(place: NextPlace, opening: Opening): ProgrammePick | null {
    for (const [selection, strictness] of this.#tries(place, opening.room)) {
      const pick = pickProgramme(this.#sources, selection, opening, strictness);
      if (pick !== null) return pick;
    }
    return null;
  }

  /** What is tried in turn. Rights and ratings are never relaxed. */
  *#tries({ daypart, segment, isExhausted }: NextPlace, room: Frames | null): Generator<Try> {
    const { rate } = this.#sources;
    const outside = daypart.selection.type === 'live' ? NO_INPUT : OUTSIDE;
    const selection = isExhausted ? null : this.#selectionOf(daypart, segment);
    const mayCut = room !== null && room >= msToFrames(TRIM_LEAST_MS, rate);
    if (selection !== null) {
      yield [selection, { mustFit: true, keepsCooldown: true, relaxed: null }];
      if (daypart.overrun === 'trim' && mayCut) yield [selection, { mustFit: false, keepsCooldown: true, relaxed: CUT }];
      yield [selection, { mustFit: true, keepsCooldown: false, relaxed: REPEATED }];
    }
    yield [EVERY_PROGRAMME, { mustFit: true, keepsCooldown: true, relaxed: isExhausted ? null : outside }];
    if (room !== null && room <= msToFrames(FILL_MOST_MS, rate)) return;
    yield [EVERY_PROGRAMME, { mustFit: true, keepsCooldown: false, relaxed: isExhausted ? REPEATED : outside }];
    yield [EVERY_PROGRAMME, { mustFit: false, keepsCooldown: false, relaxed: CUT }];
  }

  #selectionOf({ selection }: Daypart, { occurrence }: Segment): SimpleSelection | null {
    if (selection.type === 'live') return null;
    return selection.type === 'block' ? (selection.parts[this.#airings.get(occurrence) ?? 0] ?? null) : selection;
  }

  #placeProgramme({ asset, explanation, memory }: ProgrammePick, place: NextPlace, pattern: BreakPattern | null): void {
    const { segment, hardEnd, daypart } = place;
    const writer = this.#writer;
    const airingId = `airing-${writer.at}`;
    const { occurrence } = segment;
    if (memory !== null) this.#sources.series.note(memory, asset, writer.at);
    this.#airings.set(occurrence, (this.#airings.get(occurrence) ?? 0) + 1);
    let done = 0;
    for (const end of [...this.#pointsInRoom(asset, pattern, hardEnd), asset.durationFrames]) {
      const length = Math.min(end - done, (hardEnd ?? Number.POSITIVE_INFINITY) - writer.at);
      const isFirst = done === 0;
      const why = isFirst ? explanation : { ...explanation, rule: 'Goes on after the break, at the very next frame', refused: [] };
      const startMode = isFirst && segment.isFixed && writer.at === segment.from ? 'fixed' : 'follow';
      const origin = { airingId, occurrence };
      writer.write({ asset, offset: frames(done), durationFrames: frames(length), startMode, explanation: why, origin });
      done = end;
      if (done < asset.durationFrames && pattern !== null) this.#placeBreak(pattern, place, asset.durationFrames - done, airingId);
    }
    this.placeBreakAfter({ segment, hardEnd, daypart });
  }

  /** The points at which the programme is interrupted: as many as there is room for, the first ones first. */
  #pointsInRoom(asset: ProgrammePick['asset'], pattern: BreakPattern | null, hardEnd: Frames | null): readonly Frames[] {
    const points = breakPoints(asset, pattern, this.#sources.rate);
    if (hardEnd === null || pattern === null) return points;
    const length = msToFrames(milliseconds(pattern.lengthSeconds * 1000), this.#sources.rate);
    const spare = hardEnd - this.#writer.at - asset.durationFrames;
    return points.slice(0, Math.max(0, Math.floor(spare / length)));
  }

  #placeBreak(pattern: BreakPattern, place: Omit<NextPlace, 'isExhausted'>, reserved: number, airingId: string | null): void {
    const { at } = this.#writer;
    const { segment, daypart, hardEnd } = place;
    const most = hardEnd === null ? Number.MAX_SAFE_INTEGER - at : hardEnd - at - reserved;
    const length = Math.min(most, msToFrames(milliseconds(pattern.lengthSeconds * 1000), this.#sources.rate));
    if (length < msToFrames(BREAK_LEAST_MS, this.#sources.rate)) return;
    const date = this.#days.dateOf(at);
    this.#breaks.place({ pattern, most: frames(length), date, daypartId: daypart.id, occurrence: segment.occurrence, airingId });
  }

  #placeHourlyId({ segment, hardEnd }: NextPlace): void {
    if (!this.#sources.plan.hourlyId) return;
    const { lastStationId, at } = this.#writer;
    // What has a fixed start starts then, and not after an ID.
    if (segment.isFixed && at === segment.from) return;
    if (lastStationId !== null && lastStationId >= this.#days.hourStart(at)) return;
    this.#gaps.placeStationId(hardEnd, segment.occurrence);
  }

  #countAirings(before: readonly PlaylogItem[]): void {
    const seen = new Set<string>();
    for (const { origin, kind } of before) {
      if (kind !== 'programme' || origin.occurrence === null || origin.airingId === null || seen.has(origin.airingId)) continue;
      seen.add(origin.airingId);
      this.#airings.set(origin.occurrence, (this.#airings.get(origin.occurrence) ?? 0) + 1);
    }
  }
}

function mostAirings({ selection }: Daypart): number | null {
  switch (selection.type) {
    case 'title':
      return 1;
    case 'block':
      return selection.parts.length;
    case 'series':
      return selection.episodes;
    case 'marathon':
    case 'least-recent':
    case 'random':
    case 'live':
      return null;
  }
}
