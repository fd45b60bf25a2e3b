import { LoaderCircle, Volume2, VolumeX } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { AssetThumbnail } from './asset-thumbnail.tsx';
import type { VideoState } from './asset-video.ts';
import { useScrubStore } from './scrub-store.ts';
import { sheetBehind, tileAt } from './sprite-place.ts';

interface PreviewPictureProps {
  readonly asset: MarkedAsset;
  readonly at: Milliseconds;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly videoState: VideoState;
}

/** The picture at a time of the asset: the video, behind it the nearest of the station's stills until its picture comes, and the thumbnail until they do. */
export function PreviewPicture({ asset, at, video, videoState }: PreviewPictureProps) {
  const { client } = useStation();
  const { scrub, sheet, refusal, load } = useScrubStore();
  const frame = useRef<HTMLDivElement>(null);
  const [isMuted, setMuted] = useState(false);
  const [size, setSize] = useState({ width: 320, height: 180 });
  useEffect(() => void load(client.calls, asset.id), [load, client, asset.id]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const sprites = scrub?.sprites;
  const scale = sprites ? Math.min(size.width / sprites.tileWidth, size.height / sprites.tileHeight) : 1;
  return (
    <div ref={frame} className="preview-picture">
      {sprites && sheet ? (
        <div
          role="img"
          aria-label="Picture at the position"
          style={{
            width: sprites.tileWidth * scale,
            height: sprites.tileHeight * scale,
            backgroundImage: `url("${sheet}")`,
            ...sheetBehind(tileAt(at, sprites), sprites, scale),
          }}
        />
      ) : (
        <AssetThumbnail id={asset.id} />
      )}
      <video ref={video} className="preview-video" data-state={videoState} muted={isMuted} aria-label="Video" playsInline />
      {asset.media.audioCodec !== null && <MuteKey isMuted={isMuted} onPress={() => setMuted(!isMuted)} />}
      {!sheet && refusal === null && (
        <span className="preview-note">
          <LoaderCircle className="state-message-turning" /> Making the picture bar…
        </span>
      )}
      {refusal !== null && <span className="preview-note">No picture bar; marks can be set all the same</span>}
    </div>
  );
}

function MuteKey({ isMuted, onPress }: { readonly isMuted: boolean; readonly onPress: () => void }) {
  const name = isMuted ? 'Sound on' : 'Sound off';
  return (
    <button type="button" className="preview-mute" aria-label={name} title={name} onClick={onPress}>
      {isMuted ? <VolumeX /> : <Volume2 />}
    </button>
  );
}
