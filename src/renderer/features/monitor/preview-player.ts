import { type MonitorPlayer, type PlayerState, playVideo, watchVideo } from './monitor-player.ts';
import { type BufferedStretch, steerPlayback } from './steer-playback.ts';

const RETRY_MS = 1000;
const STEER_MS = 200;
/** What was shown is kept this long, in seconds: a jump back never goes farther. */
const KEPT_SECONDS = 5;
/** Of the answer: the instant (ISO 8601, UTC) at which the channel had time 0 of it on air. */
const ZERO_AT_HEADER = 'Perpetua-Zero-At';

/** The station has no preview for this window: too many watch it, or the window can't decode it. */
class PreviewRefusal extends Error {}

/** What a player tells of itself. */
export interface PreviewEvents {
  readonly onState: (state: PlayerState) => void;
  /** There is no preview to be had; the player has ended. */
  readonly onRefused: () => void;
}

/**
 * Plays the engine's preview, a fraction of a second behind the air: fragmented MP4 over one HTTP answer without an end, handed to Media Source
 * Extensions as it comes.
 */
export function playPreview(video: HTMLVideoElement, address: string, { onState, onRefused }: PreviewEvents): MonitorPlayer {
  const closing = new AbortController();
  let zeroAt: number | null = null;
  const watch = async () => {
    while (!closing.signal.aborted) {
      onState('opening');
      try {
        await watchOnce(video, address, closing.signal, (instant) => {
          zeroAt = instant;
        });
      } catch (error) {
        if (closing.signal.aborted) return;
        if (error instanceof PreviewRefusal) return onRefused();
      }
      zeroAt = null;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  const unwatch = watchVideo(video, onState);
  const steering = setInterval(() => steer(video), STEER_MS);
  void watch();
  return {
    pictureAt: () => (zeroAt === null || video.readyState < video.HAVE_CURRENT_DATA ? null : new Date(zeroAt + video.currentTime * 1000)),
    close: () => {
      closing.abort();
      clearInterval(steering);
      unwatch();
      video.playbackRate = 1;
    },
  };
}

/** Plays one answer to its end. @throws PreviewRefusal when there is none to be had; anything else when the connection or the stream breaks. */
async function watchOnce(
  video: HTMLVideoElement,
  address: string,
  signal: AbortSignal,
  onZeroAt: (instant: number | null) => void,
): Promise<void> {
  const response = await fetch(address, { signal, cache: 'no-store' });
  const type = response.headers.get('Content-Type') ?? '';
  if (!response.ok || !response.body || !MediaSource.isTypeSupported(type)) throw new PreviewRefusal();
  const media = new MediaSource();
  const url = URL.createObjectURL(media);
  try {
    const opened = once(media, 'sourceopen', signal);
    video.src = url;
    await opened;
    const buffer = media.addSourceBuffer(type);
    onZeroAt(readInstant(response.headers.get(ZERO_AT_HEADER)));
    playVideo(video);
    await feed(response.body.getReader(), buffer, video, signal);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Null for none: an engine that was started by an older console tells no instant. */
function readInstant(text: string | null): number | null {
  const instant = Date.parse(text ?? '');
  return Number.isNaN(instant) ? null : instant;
}

async function feed(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  buffer: SourceBuffer,
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const appended = once(buffer, 'updateend', signal);
    buffer.appendBuffer(value);
    await appended;
    const from = buffer.buffered.length > 0 ? buffer.buffered.start(0) : 0;
    if (video.currentTime - from < 2 * KEPT_SECONDS) continue;
    const removed = once(buffer, 'updateend', signal);
    buffer.remove(from, video.currentTime - KEPT_SECONDS);
    await removed;
  }
}

function steer(video: HTMLVideoElement): void {
  const { seekTo, playbackRate } = steerPlayback(video.currentTime, stretches(video.buffered));
  if (seekTo !== null) video.currentTime = seekTo;
  if (video.playbackRate !== playbackRate) video.playbackRate = playbackRate;
}

function stretches(ranges: TimeRanges): readonly BufferedStretch[] {
  return Array.from({ length: ranges.length }, (_, index) => ({ start: ranges.start(index), end: ranges.end(index) }));
}

/** Resolves with the next event of a name. @throws when an `error` comes first, or the signal. */
function once(target: EventTarget, name: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const on = (event: string, from: EventTarget, act: () => void) =>
      from.addEventListener(
        event,
        () => {
          settled.abort();
          act();
        },
        { once: true, signal: settled.signal },
      );
    on(name, target, resolve);
    on('error', target, () => reject(new Error(`The preview broke: no ${name}`)));
    on('abort', signal, () => reject(new Error('The preview was closed')));
  });
}
