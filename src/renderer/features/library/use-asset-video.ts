import { type RefObject, useEffect, useState } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { AssetVideo, type VideoState } from './asset-video.ts';
import { usePreviewStore } from './preview-store.ts';

/** Shows an asset in a video element, which follows the playhead and moves it while it plays. */
export function useAssetVideo(video: RefObject<HTMLVideoElement | null>, asset: MarkedAsset): VideoState {
  const { client } = useStation();
  const [state, setState] = useState<VideoState>('opening');
  const { id, durationFrames: length } = asset;
  const { frameRate, audioCodec } = asset.media;
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const preview = usePreviewStore.getState();
    const { getPreview } = client.calls.library;
    const watched = {
      rate: parseFrameRate(frameRate ?? '25'),
      length,
      hasSound: audioCodec !== null,
      readPart: async (fromFrame: number, count: number, signal: AbortSignal) =>
        (await getPreview({ id, fromFrame, frames: count }, { signal })).arrayBuffer(),
    };
    const player = new AssetVideo(element, watched, { onFrame: preview.seek, onEnded: () => preview.setSpeed(0), onState: setState });
    const follow = (now: ReturnType<typeof usePreviewStore.getState>) => {
      if (now.assetId === id) player.follow(now);
    };
    follow(preview);
    const unfollow = usePreviewStore.subscribe(follow);
    return () => {
      unfollow();
      player.close();
    };
  }, [video, client, id, length, frameRate, audioCodec]);
  return state;
}
