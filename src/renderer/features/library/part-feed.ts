import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';

/** An asset as the station gives it to be watched. */
export interface WatchedAsset {
  readonly rate: FrameRate;
  readonly length: Frames;
  readonly hasSound: boolean;
  /** Reads a part as fragmented MP4 whose time 0 is frame `from`. @throws when the station refuses */
  readonly readPart: (from: Frames, count: Frames, signal: AbortSignal) => Promise<ArrayBuffer>;
}

/** The parts grow: the first picture comes soon, and later ones cost the station few starts. */
const PART_SECONDS = [1, 3, 8] as const;
/** While it plays, this much is held ahead of the picture; while it stands, enough to begin with. */
const AHEAD_SECONDS = { playing: 12, still: 0.5 } as const;
/** What was seen is kept this long, so that a look back costs nothing. */
const KEPT_SECONDS = 30;
/** Less than the distance of two frames, more than the rounding of their times. */
const GRACE_SECONDS = 0.001;

/** The time of a frame in the video, in seconds; half a frame more is the middle of the time that it is in sight. */
export function videoTime(frame: number, rate: FrameRate): number {
  return (frame * rate.den) / rate.num;
}

/** How many frames part number `part` (0: the first) has, when it begins at `from`; 0 at the asset's end. */
export function partLength(part: number, from: Frames, { rate, length }: Pick<WatchedAsset, 'rate' | 'length'>): Frames {
  const seconds = PART_SECONDS[Math.min(part, PART_SECONDS.length - 1)] ?? 1;
  return frames(Math.max(0, Math.min(Math.ceil((seconds * rate.num) / rate.den), length - from)));
}

/**
 * Fills a video element with an asset from a frame on, part by part as it is watched, until `signal` is aborted. The element's times are the
 * asset's own. @throws when the station refuses a part or the element can't play it
 */
export async function feedVideo(video: HTMLVideoElement, asset: WatchedAsset, from: Frames, signal: AbortSignal): Promise<void> {
  const media = new MediaSource();
  const address = URL.createObjectURL(media);
  const opened = heard(media, ['sourceopen'], signal);
  video.src = address;
  await opened.finally(() => URL.revokeObjectURL(address));
  media.duration = videoTime(asset.length, asset.rate);
  const buffer = media.addSourceBuffer(`video/mp4; codecs="avc1.42c01f${asset.hasSound ? ', mp4a.40.2' : ''}"`);
  let next = from;
  for (let part = 0; next < asset.length; part += 1) {
    await untilWanted(video, videoTime(next, asset.rate), signal);
    const count = partLength(part, next, asset);
    await append(buffer, await asset.readPart(next, count, signal), next, count, asset.rate, signal);
    next = frames(next + count);
    if (part === 0) video.currentTime = videoTime(from + 0.5, asset.rate);
    await letOldGo(buffer, video.currentTime, signal);
  }
  media.endOfStream();
}

async function untilWanted(video: HTMLVideoElement, end: number, signal: AbortSignal): Promise<void> {
  const ahead = () => (video.paused ? AHEAD_SECONDS.still : AHEAD_SECONDS.playing * video.playbackRate);
  while (video.readyState > 0 && end - video.currentTime > ahead()) await heard(video, ['timeupdate', 'play', 'seeking'], signal);
}

/** Puts a part in its place: what its sound has before and after its pictures is cut off, so that parts join without a gap. */
async function append(
  buffer: SourceBuffer,
  bytes: ArrayBuffer,
  from: Frames,
  count: Frames,
  rate: FrameRate,
  signal: AbortSignal,
): Promise<void> {
  const start = videoTime(from, rate);
  buffer.appendWindowStart = 0;
  buffer.appendWindowEnd = videoTime(from + count, rate) + GRACE_SECONDS;
  buffer.appendWindowStart = Math.max(0, start - GRACE_SECONDS);
  buffer.timestampOffset = start;
  const appended = heard(buffer, ['updateend'], signal);
  buffer.appendBuffer(bytes);
  await appended;
}

async function letOldGo(buffer: SourceBuffer, now: number, signal: AbortSignal): Promise<void> {
  if (buffer.buffered.length === 0 || now - buffer.buffered.start(0) < 2 * KEPT_SECONDS) return;
  const removed = heard(buffer, ['updateend'], signal);
  buffer.remove(0, now - KEPT_SECONDS);
  await removed;
}

/** Resolves with the first event of any of the names. @throws when an `error` comes first, or the signal */
function heard(target: EventTarget, names: readonly string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const settle = (act: () => void) => () => {
      settled.abort();
      act();
    };
    const options = { signal: settled.signal };
    for (const name of names) target.addEventListener(name, settle(resolve), options);
    target.addEventListener(
      'error',
      settle(() => reject(new Error('The video can not be played'))),
      options,
    );
    signal.addEventListener(
      'abort',
      settle(() => reject(signal.reason)),
      options,
    );
    if (signal.aborted) settle(() => reject(signal.reason))();
  });
}
