import { type RefObject, useEffect, useRef, useState } from 'react';
import { type HlsPlayer, type PlayerState, playHls } from './hls-player.ts';

/** Plays `address` in a video element for as long as the component is there; nothing while there is no address. */
export function useHlsPlayer(video: RefObject<HTMLVideoElement | null>, address: string | null) {
  const [state, setState] = useState<PlayerState>('opening');
  const player = useRef<HlsPlayer | null>(null);
  useEffect(() => {
    if (!video.current || address === null) return;
    const opened = playHls(video.current, address, setState);
    player.current = opened;
    return () => {
      opened.close();
      player.current = null;
    };
  }, [video, address]);
  return { state, pictureAt: () => player.current?.pictureAt() ?? null };
}
