import Hls from 'hls.js';
import { type MonitorPlayer, type PlayerState, playVideo, watchVideo } from './monitor-player.ts';

const RETRY_MS = 1000;

/**
 * Plays a live HLS stream close to its end: three seconds behind, which is a segment and a
 * half, catching up at a slightly higher speed when it falls back.
 */
export function playHls(video: HTMLVideoElement, address: string, onState: (state: PlayerState) => void): MonitorPlayer {
  let hls: Hls | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    onState('opening');
    hls = attach(video, address, () => {
      hls?.destroy();
      retry = setTimeout(open, RETRY_MS);
    });
  };
  const unwatch = watchVideo(video, onState);
  open();
  return {
    pictureAt: () => hls?.playingDate ?? null,
    close: () => {
      clearTimeout(retry);
      unwatch();
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
  hls.on(Hls.Events.MANIFEST_PARSED, () => playVideo(video));
  hls.on(Hls.Events.ERROR, (_event, error) => {
    if (!error.fatal) return;
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError();
    else onBroken();
  });
  hls.loadSource(address);
  hls.attachMedia(video);
  return hls;
}
