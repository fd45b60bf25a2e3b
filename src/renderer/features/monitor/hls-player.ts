import Hls from 'hls.js';

/** What the monitor can say of its picture. */
export type PlayerState = 'opening' | 'playing' | 'waiting';

/** A stream that plays in a video element. */
export interface HlsPlayer {
  /** The instant (UTC) of the picture in sight, from the playlist's dates; null until one is in sight. */
  readonly pictureAt: () => Date | null;
  readonly close: () => void;
}

const RETRY_MS = 1000;

/**
 * Plays a live HLS stream close to its end: three seconds behind, which is a segment and a
 * half, catching up at a slightly higher speed when it falls back. Whatever goes
 * wrong it begins anew, for ever: a monitor has nobody to press play.
 */
export function playHls(video: HTMLVideoElement, address: string, onState: (state: PlayerState) => void): HlsPlayer {
  let hls: Hls | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    onState('opening');
    hls = attach(video, address, () => {
      hls?.destroy();
      retry = setTimeout(open, RETRY_MS);
    });
  };
  const playing = () => onState('playing');
  const waiting = () => onState('waiting');
  video.addEventListener('playing', playing);
  video.addEventListener('waiting', waiting);
  open();
  return {
    pictureAt: () => hls?.playingDate ?? null,
    close: () => {
      clearTimeout(retry);
      video.removeEventListener('playing', playing);
      video.removeEventListener('waiting', waiting);
      hls?.destroy();
    },
  };
}

function attach(video: HTMLVideoElement, address: string, onBroken: () => void): Hls {
  const hls = new Hls({
    liveSyncDuration: 3,
    liveMaxLatencyDuration: 10,
    maxLiveSyncPlaybackRate: 1.08,
    maxBufferLength: 8,
    backBufferLength: 8,
  });
  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    // Refused only when the window may not play by itself; the picture then starts with the first click.
    video.play().catch(() => video.pause());
  });
  hls.on(Hls.Events.ERROR, (_event, error) => {
    if (!error.fatal) return;
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
    else onBroken();
  });
  hls.loadSource(address);
  hls.attachMedia(video);
  return hls;
}
