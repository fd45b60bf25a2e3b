/** What the monitor can say of its picture. */
export type PlayerState = 'opening' | 'playing' | 'waiting';

/** A stream that plays in a video element. Whatever goes wrong it begins anew, for ever: a monitor has nobody to press play. */
export interface MonitorPlayer {
  /** The instant (UTC) at which the picture in sight was on air; null until one is in sight. */
  readonly pictureAt: () => Date | null;
  readonly close: () => void;
}

/** Tells what a video element does, until the returned function is called. */
export function watchVideo(video: HTMLVideoElement, onState: (state: PlayerState) => void): () => void {
  const playing = () => onState('playing');
  const waiting = () => onState('waiting');
  video.addEventListener('playing', playing);
  video.addEventListener('waiting', waiting);
  return () => {
    video.removeEventListener('playing', playing);
    video.removeEventListener('waiting', waiting);
  };
}

/** Plays a video. It is refused only when the window may not play by itself; the picture then starts with the first click. */
export function playVideo(video: HTMLVideoElement): void {
  video.play().catch(() => video.pause());
}
