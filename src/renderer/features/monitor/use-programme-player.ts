import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MonitorPlayer, PlayerState } from './monitor-player.ts';
import { playProgramme } from './programme-player.ts';

/** Plays the air in a video element for as long as the component is there; nothing while there is no `address` of the HLS stream. */
export function useProgrammePlayer(video: RefObject<HTMLVideoElement | null>, address: string | null) {
  const [state, setState] = useState<PlayerState>('opening');
  const player = useRef<MonitorPlayer | null>(null);
  useEffect(() => {
    if (!video.current || address === null) return;
    const opened = playProgramme(video.current, address, setState);
    player.current = opened;
    return () => {
      opened.close();
      player.current = null;
    };
  }, [video, address]);
  return { state, pictureAt: () => player.current?.pictureAt() ?? null };
}
