import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, type PlannedItem } from '../playlog/index.ts';
import { FILLS_AVAIL } from './break-maker.ts';

/** A break as a day shows it. */
export interface DayBreak {
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly titles: readonly string[];
  readonly breakId: string | null;
  /** The occurrence of the daypart that it belongs to. */
  readonly occurrence: string | null;
  /** Its spots' frames. */
  readonly filledFrames: number;
  /** Frames of what stands where spots could. */
  readonly standInFrames: number;
}

/** A programme as a day shows it: from its first part to its last, and the breaks in it and right after it. */
export interface Programme {
  readonly first: PlannedItem;
  /** Where its last part ends. */
  readonly endFrame: Frames;
  readonly breaks: readonly DayBreak[];
}

/** The programmes of a run of items, with what stands between their parts and after them. What comes before the first one is left out. */
export function dayProgrammes(items: readonly PlannedItem[]): readonly Programme[] {
  const programmes: { first: PlannedItem; endFrame: Frames; breaks: DayBreak[] }[] = [];
  let isInBreak = false;
  for (const item of items) {
    const current = programmes.at(-1);
    const isProgramme = item.kind === 'programme';
    if (isProgramme && current !== undefined && item.origin.airingId !== null && current.first.origin.airingId === item.origin.airingId) {
      current.endFrame = endFrame(item);
    } else if (isProgramme) {
      programmes.push({ first: item, endFrame: endFrame(item), breaks: [] });
    } else if (current !== undefined) {
      current.breaks = isInBreak ? grown(current.breaks, item) : [...current.breaks, asBreak(item)];
    }
    isInBreak = !isProgramme;
  }
  return programmes;
}

function asBreak(item: PlannedItem): DayBreak {
  const { startFrame, durationFrames, title, origin } = item;
  const { breakId, occurrence } = origin;
  return { startFrame, durationFrames, titles: [title], breakId, occurrence, ...spotFrames(item) };
}

function grown(breaks: readonly DayBreak[], item: PlannedItem): DayBreak[] {
  const last = breaks.at(-1);
  if (last === undefined) return [];
  const { filledFrames, standInFrames } = spotFrames(item);
  return breaks.with(-1, {
    ...last,
    durationFrames: frames(last.durationFrames + item.durationFrames),
    titles: [...last.titles, item.title],
    breakId: last.breakId ?? item.origin.breakId,
    filledFrames: last.filledFrames + filledFrames,
    standInFrames: last.standInFrames + standInFrames,
  });
}

function spotFrames({ kind, durationFrames, explanation }: PlannedItem) {
  return {
    filledFrames: kind === 'commercial' ? durationFrames : 0,
    standInFrames: explanation.rule === FILLS_AVAIL ? durationFrames : 0,
  };
}
