import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, type PlannedItem } from '../playlog/index.ts';

/** A break as a day shows it. */
export interface DayBreak {
  readonly startFrame: Frames;
  readonly durationFrames: Frames;
  readonly titles: readonly string[];
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

function asBreak({ startFrame, durationFrames, title }: PlannedItem): DayBreak {
  return { startFrame, durationFrames, titles: [title] };
}

function grown(breaks: readonly DayBreak[], { durationFrames, title }: PlannedItem): DayBreak[] {
  const last = breaks.at(-1);
  if (last === undefined) return [];
  return breaks.with(-1, { ...last, durationFrames: frames(last.durationFrames + durationFrames), titles: [...last.titles, title] });
}
