import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { AssetThumbnail } from './asset-thumbnail.tsx';
import { useScrubStore } from './scrub-store.ts';
import { sheetBehind, tileAt } from './sprite-place.ts';

/** The picture at a time of the asset, out of the station's stills; the thumbnail until they come. */
export function PreviewPicture({ asset, at }: { readonly asset: MarkedAsset; readonly at: Milliseconds }) {
  const { client } = useStation();
  const { scrub, sheet, refusal, load } = useScrubStore();
  const frame = useRef<HTMLDivElement>(null);
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
      {!sheet && refusal === null && (
        <span className="preview-note">
          <LoaderCircle className="state-message-turning" /> Making the picture bar…
        </span>
      )}
      {refusal !== null && <span className="preview-note">No picture bar; marks can be set all the same</span>}
    </div>
  );
}
