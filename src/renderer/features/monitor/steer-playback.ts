/** A stretch of what has come, in seconds of the video's own time. */
export interface BufferedStretch {
  readonly start: number;
  readonly end: number;
}

/** Where to jump to (null: nowhere), and how fast to play. */
export interface Steering {
  readonly seekTo: number | null;
  readonly playbackRate: number;
}

/** How far behind the newest picture to play: what pictures and sound come apart by, and a busy machine's hiccups. */
const AIM_SECONDS = 0.3;
/** From here on a little faster; the ear does not notice. */
const SLACK_SECONDS = 0.45;
const HURRY = 1.05;
/** From here on a jump is better than minutes of hurry. */
const FAR_SECONDS = 1.2;

/**
 * Keeps a monitor close to the newest picture that came. A jump aims at the last stretch: whoever reads too slowly is sent on from a newer key frame,
 * which leaves a hole before it.
 */
export function steerPlayback(currentTime: number, buffered: readonly BufferedStretch[]): Steering {
  const last = buffered.at(-1);
  if (last === undefined) return { seekTo: null, playbackRate: 1 };
  const behind = last.end - currentTime;
  const isOutside = currentTime < last.start || behind < 0;
  if (isOutside || behind > FAR_SECONDS) return { seekTo: Math.max(last.start, last.end - AIM_SECONDS), playbackRate: 1 };
  return { seekTo: null, playbackRate: behind > SLACK_SECONDS ? HURRY : 1 };
}
