import { Film } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { thumbnailAddress } from './thumbnails.ts';

/** Rows that only fly by while somebody scrolls ask for no picture. */
const REST_MS = 90;

/** An asset's thumbnail, asked for once it stays in sight. */
export function AssetThumbnail({ id }: { readonly id: string }) {
  const { client } = useStation();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = await thumbnailAddress(client.calls, id);
      if (!isGone) setAddress(found);
    };
    const timer = setTimeout(() => void read(), REST_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [client, id]);
  return (
    <span className="asset-thumbnail">{address === null ? <Film aria-hidden /> : <img src={address} alt="" draggable={false} />}</span>
  );
}
