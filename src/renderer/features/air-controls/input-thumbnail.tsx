import { useEffect, useState } from 'react';
import { useStation } from '../../station-client/index.ts';

/** The station makes a new one about as often. */
const EVERY_MS = 2000;

/** What a live input shows, asked for anew every two seconds while it comes; nothing otherwise, so that no old picture passes for a live one. */
export function InputThumbnail({ id, isComing }: { readonly id: string; readonly isComing: boolean }) {
  const { calls } = useStation().client;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isComing) return setAddress(null);
    let isHere = true;
    const read = () =>
      calls.inputs.getThumbnail({ id }).then(
        (picture) => isHere && setAddress(URL.createObjectURL(picture)),
        // There is none yet, or the station does not answer, which the header shows.
        () => isHere && setAddress(null),
      );
    void read();
    const timer = setInterval(read, EVERY_MS);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [calls, id, isComing]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  return <div className="input-thumbnail">{address === null ? <span>No picture</span> : <img src={address} alt="" />}</div>;
}
