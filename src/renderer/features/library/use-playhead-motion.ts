import { useRef } from 'react';
import { type FrameRate, framesToMs, type Milliseconds, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { useEveryPaint } from '../../ui/use-now.ts';
import type { VideoState } from './asset-video.ts';
import { usePreviewStore } from './preview-store.ts';

interface Run {
  readonly speed: number;
  readonly since: Milliseconds;
  readonly from: number;
  /** Where it stood last, to notice a jump by hand. */
  readonly at: number;
}

/** Moves the playhead by the page's clock while it plays over the stills, which is backwards and without video; at either end it stands still. */
export function usePlayheadMotion(rate: FrameRate, video: VideoState): void {
  const run = useRef<Run | null>(null);
  useEveryPaint((now) => {
    const { speed, playhead, length, seek, setSpeed } = usePreviewStore.getState();
    if (speed === 0 || (speed > 0 && video !== 'none')) {
      run.current = null;
      return;
    }
    if (run.current === null || run.current.speed !== speed || run.current.at !== playhead) {
      run.current = { speed, since: now, from: playhead, at: playhead };
    }
    const { since, from } = run.current;
    const moved = msToFrames(milliseconds((now - since) * Math.abs(speed)), rate);
    const to = from + moved * Math.sign(speed);
    seek(to);
    run.current = { ...run.current, at: usePreviewStore.getState().playhead };
    if (to < 0 || framesToMs(length, rate) === 0 || to >= length) setSpeed(0);
  });
}
