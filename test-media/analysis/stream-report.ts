import { analysePicture, type ChannelFacts, type PictureFindings } from './analyse-picture.ts';
import { analyseSync, type SyncFindings } from './analyse-sync.ts';
import { analyseTimes, type TimeBreak } from './analyse-times.ts';
import type { FrameReading, SoundReading, StreamReading, TimeSpan } from './reading.ts';

/** What a viewer of a stream got: every frame, and what they amount to. */
export interface StreamReport extends PictureFindings {
  readonly frames: readonly FrameReading[];
  readonly timeBreaks: readonly TimeBreak[];
  readonly sync: SyncFindings;
  /** null when the stream has no sound. */
  readonly sound: SoundReading | null;
  /** The silences of at least 30 ms. */
  readonly silences: readonly TimeSpan[];
}

/** Shorter ones are no pause: an AAC encoder begins with 21 ms of silence of its own. */
const LEAST_SILENCE_MS = 30;

/** Draws up the report of a reading. Pure: the same reading gives the same report. */
export function reportOn(reading: StreamReading, channel: ChannelFacts): StreamReport {
  const { frames, sound } = reading;
  return {
    frames,
    ...analysePicture(frames, channel),
    timeBreaks: analyseTimes(frames, channel.rate),
    sync: analyseSync(frames, sound),
    sound,
    silences: (sound?.silences ?? []).filter(({ fromMs, toMs }) => toMs - fromMs >= LEAST_SILENCE_MS),
  };
}
