import type { Daypart, Plan } from '../../../shared/contract/plan.ts';
import type { FrameRate, Frames } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../playlog/index.ts';
import type { SpotPlacer } from '../traffic/index.ts';
import { bookedTime } from './booked-time.ts';
import { BreakMaker } from './break-maker.ts';
import { DayIndex } from './day-index.ts';
import type { PlanLibrary } from './plan-library.ts';
import { ProgrammePlacer } from './programme-placer.ts';
import { resolveSegments, type Segment } from './segments.ts';
import { SeriesMemory, type SeriesPlay } from './series-memory.ts';
import { type PlannableInput, type StretchItem, StretchWriter } from './stretch-writer.ts';
import { Watershed } from './watershed.ts';

/** A stretch of the channel that is to be planned. */
export interface StretchRequest {
  readonly plan: Plan;
  /** The first frame to fill: where an item ends. */
  readonly from: Frames;
  /** Items are placed until this frame is filled; the last one may reach beyond it. */
  readonly until: Frames;
  readonly rate: FrameRate;
  /** Complete, with the plays before `from`. */
  readonly library: PlanLibrary;
  /** The live inputs that are on. */
  readonly inputs: readonly PlannableInput[];
  /** The latest play before `from` of each series that is remembered. */
  readonly series: readonly SeriesPlay[];
  /** With the plays before `from` entered. */
  readonly spots: SpotPlacer;
  /** Items before `from` that still count: of occurrences that go on, and the latest station ID. */
  readonly before: readonly PlaylogItem[];
  /** What people placed at `from` or later, in order: it stays where it is. */
  readonly placed: readonly PlaylogItem[];
  /** No more than so many items. */
  readonly atMost: number;
}

/** What a stretch is made of. */
export interface PlannedStretch {
  /** Without a gap from `from` on. */
  readonly items: readonly StretchItem[];
  /** What series moved on. */
  readonly seriesPlays: readonly SeriesPlay[];
}

/** How far beyond the end segments are looked up: no programme is longer. */
const BEYOND_SECONDS = 86_400;

/** The daypart of time that the plan says nothing of. */
const UNPLANNED: Daypart = {
  id: 'unplanned',
  name: 'Unplanned time',
  priority: 0,
  when: { type: 'dates', dates: [] },
  from: '00:00',
  to: '00:00',
  start: 'follow',
  selection: { type: 'least-recent', filter: { genres: [], tags: [], series: [], ratings: [] }, cooldownMinutes: 1440 },
  breaks: null,
  overrun: 'fit',
};

/**
 * Plans a stretch, programme by programme; it pauses after each one, so that whoever drives it can let others have their turn. The same
 * request always gives the same items.
 */
export function* planStretch(request: StretchRequest): Generator<undefined, PlannedStretch> {
  const { from, until, library, placed, rate, atMost } = request;
  const beyond = (until + Math.ceil((BEYOND_SECONDS * rate.num) / rate.den)) as Frames;
  const segments = resolveSegments(request.plan, from, beyond, rate);
  const series = new SeriesMemory(request.series);
  const lastId = request.before.findLast(({ kind }) => kind === 'station-id')?.startFrame ?? null;
  const writer = new StretchWriter(from, library, lastId);
  const days = new DayIndex(request.plan, from, beyond, rate);
  const placer = placerOf(request, segments, writer, series, days, beyond);
  let nextPlaced = 0;
  placeOwedBreak(request, segments, placer);
  while (writer.at < until && writer.items.length < atMost) {
    yield;
    const person = placed[nextPlaced];
    if (person !== undefined && person.startFrame <= writer.at) {
      nextPlaced += 1;
      if (person.startFrame !== writer.at) continue;
      keepPlaced(person, request, writer, days);
      placeBreakAround(person, placed[nextPlaced], segments, placer);
      continue;
    }
    const hardEnd = nextHardEnd(segments, writer.at, person);
    const segment = segmentFor(segments, writer.at, placer);
    placer.placeNext({ segment, daypart: segment.daypart ?? UNPLANNED, hardEnd, isExhausted: placer.isExhausted(segment) });
  }
  return { items: writer.items, seriesPlays: series.learnt };
}

/** A programme that the planner put right before the stretch gets the break that belongs after it; what follows a person's is theirs to say. */
function placeOwedBreak({ plan, before, from, placed }: StretchRequest, segments: readonly Segment[], placer: ProgrammePlacer): void {
  const last = before.at(-1);
  const segment = segments.find(({ until }) => until > from);
  if (last?.kind !== 'programme' || last.origin.placedBy !== null || endFrame(last) !== from || segment === undefined) return;
  // Nothing follows a live input but the daypart after it.
  if (last.inputId !== null || (segment.from === from && segment.isFixed)) return;
  if (placed.some(({ startFrame }) => startFrame === from)) return;
  const hardEnd = nextHardEnd(segments, from, placed[0]);
  const daypart = daypartOf(last, plan) ?? segment.daypart ?? UNPLANNED;
  placer.placeBreakAfter({ segment: { ...segment, occurrence: last.origin.occurrence ?? segment.occurrence }, daypart, hardEnd });
}

/**
 * Gives a programme that a person placed in parts, or with another one after it, as a copied day has them, the break that belongs there. What else
 * follows an item of a person's is theirs to say.
 */
function placeBreakAround(item: PlaylogItem, next: PlaylogItem | undefined, segments: readonly Segment[], placer: ProgrammePlacer): void {
  const at = endFrame(item);
  const airingId = airingOf(item);
  if (next === undefined || next.startFrame <= at || airingId === null || airingOf(next) === null) return;
  const segment = segments.find(({ until }) => until > at);
  if (segment === undefined || nextHardEnd(segments, at, next) !== next.startFrame) return;
  const place = { segment, daypart: segment.daypart ?? UNPLANNED, hardEnd: next.startFrame };
  if (airingOf(next) === airingId) placer.placeBreakWithin(place, airingId);
  else placer.placeBreakAfter(place);
}

/** The airing of a programme that an item is a part of. */
function airingOf({ kind, origin }: PlaylogItem): string | null {
  return kind === 'programme' ? origin.airingId : null;
}

/** The daypart that asked for an item, whatever comes after it; null: the plan has it no more. */
function daypartOf({ origin }: PlaylogItem, { dayparts }: Plan): Daypart | null {
  const named = origin.occurrence?.split('@')[0];
  return named === UNPLANNED.id ? UNPLANNED : (dayparts.find(({ id }) => id === named) ?? null);
}

/** Leaves an item where a person placed it. A spot counts like those that traffic places. */
function keepPlaced(item: PlaylogItem, { spots }: StretchRequest, writer: StretchWriter, days: DayIndex): void {
  writer.keep(item);
  if (item.kind !== 'commercial' || item.assetId === null) return;
  spots.enter({ assetId: item.assetId, at: endFrame(item), date: days.dateOf(item.startFrame) });
}

function placerOf(
  request: StretchRequest,
  segments: readonly Segment[],
  writer: StretchWriter,
  series: SeriesMemory,
  days: DayIndex,
  beyond: Frames,
): ProgrammePlacer {
  const { plan, library, inputs, rate, from, spots } = request;
  const watershed = Watershed.of(plan, from, beyond, rate);
  const timeBetween = (start: Frames, end: Frames) => bookedTime(segments, days, start, end);
  const breaks = new BreakMaker({ library, watershed, spots, writer, timeBetween });
  return new ProgrammePlacer({ plan, library, inputs, series, watershed, rate, spots }, writer, breaks, days, request.before);
}

/** The first frame at which something has to begin, whatever is on. */
function nextHardEnd(segments: readonly Segment[], at: Frames, person: PlaylogItem | undefined): Frames | null {
  const fixed = segments.find((segment) => segment.isFixed && segment.from > at)?.from ?? null;
  if (person === undefined) return fixed;
  return fixed === null || person.startFrame < fixed ? person.startFrame : fixed;
}

/** The segment that a frame is in; when that has had all it was to have, the one after it, unless that begins at its own time, as whatever is live does. */
function segmentFor(segments: readonly Segment[], at: Frames, placer: ProgrammePlacer): Segment {
  let index = segments.findIndex((segment) => segment.until > at);
  if (index < 0) index = segments.length - 1;
  for (;;) {
    const segment = segments[index];
    if (segment === undefined) throw new Error('A plan without a segment');
    const next = segments[index + 1];
    if (next === undefined || next.isFixed || placer.isLive(next) || !placer.isExhausted(segment)) return segment;
    index += 1;
  }
}
