import { type FrameRate, type Frames, frames, framesToMs, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import type { Marker } from './markers.ts';
import type { ChapterFacts, MediaFile, UneventfulStretch } from './media-file.ts';
import { ownFrames, ownRate } from './own-rate.ts';

/** How long picture and sound must be away together, in milliseconds: a cut to black between two shots is shorter. */
const LEAST_QUIET_MS = 200;

/** More than this is no help to anybody. */
const MOST_SUGGESTIONS = 500;

/** What of a media file its markers are reckoned from. */
type Measured = Pick<MediaFile, 'duration' | 'picture' | 'sound'>;

/** Markers that a file itself suggests: its chapters, breaks where they begin, and breaks where it is black and silent. */
export function suggestMarkers(
  media: Measured,
  chapters: readonly ChapterFacts[],
  uneventful: readonly UneventfulStretch[],
): readonly Marker[] {
  return [...chapterMarkers(media, chapters), ...quietBreaks(media, uneventful)];
}

function chapterMarkers(media: Measured, chapters: readonly ChapterFacts[]): readonly Marker[] {
  const rate = ownRate(media.picture);
  const length = ownFrames(media);
  const byFrame = new Map(chapters.map(({ from, title }) => [nearestFrame(from, rate), title]));
  const inside = [...byFrame].filter(([frame]) => frame >= 0 && frame < length).slice(0, MOST_SUGGESTIONS);
  return inside.flatMap(([atFrame, label]) => {
    const chapter: Marker = { type: 'chapter', origin: 'chapters', atFrame, quiet: null, label };
    return atFrame === 0 ? [chapter] : [chapter, { ...chapter, type: 'break' as const }];
  });
}

/** A break goes to the first black frame. What is black at the file's very start or end is no break. */
function quietBreaks(media: Measured, uneventful: readonly UneventfulStretch[]): readonly Marker[] {
  const rate = ownRate(media.picture);
  const length = ownFrames(media);
  const silences = uneventful.filter(({ type }) => type === 'silence');
  const isQuiet = (black: UneventfulStretch) =>
    media.sound === null
      ? black.until - black.from >= LEAST_QUIET_MS
      : silences.some((silence) => overlap(black, silence) >= LEAST_QUIET_MS);
  const blacks = uneventful.filter((stretch) => stretch.type === 'black' && isQuiet(stretch));
  const ranges = blacks.map(({ from, until }) => ({ fromFrame: nearestFrame(from, rate), untilFrame: nearestFrame(until, rate) }));
  const inner = ranges.filter(({ fromFrame, untilFrame }) => fromFrame > 0 && untilFrame < length);
  return inner
    .slice(0, MOST_SUGGESTIONS)
    .map((quiet) => ({ type: 'break', origin: 'black-and-silence', atFrame: quiet.fromFrame, quiet, label: null }));
}

function overlap(a: UneventfulStretch, b: UneventfulStretch): number {
  return Math.min(a.until, b.until) - Math.max(a.from, b.from);
}

/** Containers round their times, to whole milliseconds often: the frame meant is the nearest. */
function nearestFrame(at: number, rate: FrameRate): Frames {
  const half = framesToMs(frames(1), rate) / 2;
  return msToFrames(milliseconds(Math.max(0, at) + half), rate);
}
