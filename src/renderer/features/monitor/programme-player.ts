import { playHls } from './hls-player.ts';
import type { MonitorPlayer, PlayerState } from './monitor-player.ts';
import { playPreview } from './preview-player.ts';

/** Where the engine's stream server has the preview, beside the HLS stream. */
const PREVIEW_PATH = '/preview.mp4';

/**
 * Plays the air in a video element: the preview, a fraction of a second behind; where there is none to be had, the HLS stream that `address` leads
 * to, some seconds behind.
 */
export function playProgramme(video: HTMLVideoElement, address: string, onState: (state: PlayerState) => void): MonitorPlayer {
  let player: MonitorPlayer | null = null;
  const onRefused = () => {
    player?.close();
    player = playHls(video, address, onState);
  };
  player = playPreview(video, new URL(PREVIEW_PATH, address).href, { onState, onRefused });
  return { pictureAt: () => player?.pictureAt() ?? null, close: () => player?.close() };
}
