import { Film } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { thumbnailAddress } from './thumbnails.ts';

/** Rows that only fly by while somebody scrolls ask for no picture. */
const REST_MS = 90;

/** The station makes a thumbnail soon after an import: one that is not there yet is asked for again this much later. */
const AGAIN_MS = 4000;

/** An asset's thumbnail, asked for once it stays in sight. */
export function AssetThumbnail({ id }: { readonly id: string }) {
  const { client } = useStation();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await thumbnailAddress(client.calls, id);
      if (isGone) return;
      setAddress(found);
      if (found === null) timer = setTimeout(() => void read(), AGAIN_MS);
    };
    let timer = setTimeout(() => void read(), REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [client, id]);
  return (
    <span className="asset-thumbnail">{address === null ? <Film aria-hidden /> : <img src={address} alt="" draggable={false} />}</span>
  );
}
