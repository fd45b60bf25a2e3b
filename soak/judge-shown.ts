import { type FrameRate, type Frames, frameDueAt, frameOnAirAt, frames, framesToMs, milliseconds } from '../src/shared/time/index.ts';
import type { AirStory } from './air-story.ts';
import { type FrameFindings, judgeFrames } from './judge-frames.ts';
import type { Watched } from './read-tapes.ts';
import type { ShownReading } from './receivers/index.ts';
import type { PlannedItem } from './soak-plan.ts';

/** What the pictures that a player showed amount to. */
export interface ShownFindings {
  readonly shownFrames: number;
  /** Pictures that were not what was due at their place of the player's timeline: a stretch that was repeated, left out, or foreign. */
  readonly wrongFrames: number;
  /** Times that a picture came which lies before the one before it. */
  readonly stepsBack: number;
  /** Pictures for which the player knew no date. */
  readonly undatedFrames: number;
  /** How far the player's dates are from the frames' own, in milliseconds. */
  readonly dateOffsetMs: { readonly min: number; readonly max: number } | null;
  /** The longest time for which one picture stood, between the first and the last that were shown. */
  readonly longestStandstillMs: number;
  /** How much of the programme came after the last picture that was shown. */
  readonly missedAtEndMs: number;
  /** Discontinuities that were played across. */
  readonly discontinuities: number;
  readonly examples: readonly string[];
}

type Placed = ShownReading & { readonly frame: Frames };

/** A player's dates are true to this many frames: it counts them from the first sound or picture of a segment, whichever is earlier. */
const DATE_FRAMES = 10;

/**
 * Compares every picture that a player showed with what was due. Pictures are placed on the channel's grid by the player's own timeline, whose distance from it
 * must be one and the same from each discontinuity to the next, whatever sizes were played: it is the one on which most pictures agree.
 */
export function judgeShown(
  shown: readonly ShownReading[],
  story: AirStory,
  plan: readonly PlannedItem[],
  rate: FrameRate,
): ShownFindings | null {
  if (shown.length === 0) return null;
  const judge = (placed: readonly Placed[]) => judgeFrames(story, plan, watchedAs(placed), rate);
  const continuities = [...new Set(shown.flatMap(({ continuity, dateMs }) => (dateMs === null ? [] : [continuity])))];
  const placed = continuities.flatMap((continuity) => {
    const candidates = placements(
      shown.filter((picture) => picture.continuity === continuity),
      rate,
    );
    return candidates.reduce((best, other) => (wrongIn(judge(other)) < wrongIn(judge(best)) ? other : best), candidates[0] ?? []);
  });
  const found = judge(placed);
  const offsets = placed.flatMap(({ dateMs, frame }) => (dateMs === null ? [] : [dateMs - frameDueAt(frame, rate)]));
  const extreme = (of: (a: number, b: number) => number) => Math.round(offsets.reduce((a, b) => of(a, b)));
  return {
    shownFrames: shown.length,
    wrongFrames: wrongIn(found),
    stepsBack: shown.filter(({ mediaMs }, index) => mediaMs < (shown[index - 1]?.mediaMs ?? mediaMs)).length,
    undatedFrames: shown.length - offsets.length,
    dateOffsetMs: offsets.length === 0 ? null : { min: extreme(Math.min), max: extreme(Math.max) },
    longestStandstillMs: Math.round(longestPause(shown)),
    missedAtEndMs: Math.round(framesToMs(missedAtEnd(placed, story), rate)),
    discontinuities: continuities.length - 1,
    examples: found.examples.slice(0, 5),
  };
}

function missedAtEnd(placed: readonly Placed[], { airings }: AirStory): Frames {
  const last = placed.reduce((latest, { frame }) => Math.max(latest, frame), 0);
  return frames(Math.max(0, airings.reduce((latest, { to }) => Math.max(latest, to), 0) - last - 1));
}

function longestPause(shown: readonly ShownReading[]): number {
  return shown.reduce((longest, { shownAtMs }, index) => Math.max(longest, shownAtMs - (shown[index - 1]?.shownAtMs ?? shownAtMs)), 0);
}

/** Every way to lay a stretch on the channel's grid that its first date allows; none when it has no date. */
function placements(stretch: readonly ShownReading[], rate: FrameRate): readonly (readonly Placed[])[] {
  const onTimeline = (mediaMs: number): number => Math.round((mediaMs * rate.num) / (1000 * rate.den));
  const dated = stretch.find(({ dateMs }) => dateMs !== null);
  if (dated === undefined || dated.dateMs === null) return [];
  const around = frameOnAirAt(milliseconds(dated.dateMs), rate) - onTimeline(dated.mediaMs);
  return Array.from({ length: 2 * DATE_FRAMES + 1 }, (_, index) =>
    stretch.map((picture) => ({ ...picture, frame: frames(onTimeline(picture.mediaMs) + around + index - DATE_FRAMES) })),
  );
}

function watchedAs(placed: readonly Placed[]): Watched {
  const pictures = new Map(placed.map(({ reading, mediaMs, frame }) => [frame, { ...reading, ptsMs: mediaMs }]));
  return { pictures, misplaced: 0, avOffsets: [], soundHoles: 0, sharpestBend: 0 };
}

function wrongIn({ repeatedFrames, droppedFrames, foreignFrames }: FrameFindings): number {
  return repeatedFrames + droppedFrames + foreignFrames;
}
