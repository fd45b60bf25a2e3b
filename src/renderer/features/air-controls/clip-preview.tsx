import { useEffect, useState } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { type RefusalCode, refusalOf, refusalWords, useStation } from '../../station-client/index.ts';
import { frameLengthText } from '../../ui/time-text.ts';
import { airedPart, firstPart } from './clip-part.ts';
import { PreviewFrame } from './preview-frame.tsx';

/** How a clip begins when it breaks in, over and over and without sound. */
export function ClipPreview({ assetId }: { readonly assetId: string }) {
  const { asset, address, refusal } = useFirstPart(assetId);
  const rate = parseFrameRate(asset?.media.frameRate ?? '25');
  const length = asset === null ? '' : frameLengthText(airedPart(asset).length, rate);
  return (
    <PreviewFrame title={asset?.title ?? ''} note={length}>
      {address === null ? (
        <span role="status">{refusal === null ? 'Opening…' : refusalWords(refusal)}</span>
      ) : (
        <video src={address} autoPlay loop muted playsInline aria-label="How the clip begins" />
      )}
    </PreviewFrame>
  );
}

interface FirstPart {
  readonly asset: MarkedAsset | null;
  /** Within the page; null until it has come, or when it can't be had. */
  readonly address: string | null;
  readonly refusal: RefusalCode | null;
}

const UNREAD: FirstPart = { asset: null, address: null, refusal: null };

function useFirstPart(assetId: string): FirstPart {
  const { calls } = useStation().client;
  const [part, setPart] = useState(UNREAD);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let address: string | null = null;
    const read = async () => {
      const asset = await calls.library.getAsset({ id: assetId }, { signal });
      if (!signal.aborted) setPart({ ...UNREAD, asset });
      const video = await calls.library.getPreview({ id: assetId, ...firstPart(asset) }, { signal });
      if (signal.aborted) return;
      address = URL.createObjectURL(video);
      setPart({ asset, address, refusal: null });
    };
    setPart(UNREAD);
    read().catch((error: unknown) => {
      if (!signal.aborted) setPart(({ asset }) => ({ asset, address: null, refusal: refusalOf(error) }));
    });
    return () => {
      leaving.abort();
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [calls, assetId]);
  return part;
}
