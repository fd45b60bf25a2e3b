import { Tv } from 'lucide-react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useAirStore } from '../air/index.ts';
import { reachableAddress } from './stream-address.ts';
import './stream-addresses.css';

/** Where the channel can be watched on the network, ready to be copied. */
export function StreamAddresses() {
  const hls = useAirStore(({ air }) => (air?.addresses ? reachableAddress(air.addresses.hls, globalThis.location) : null));
  if (hls === null) return null;
  return (
    <div className="stream-address">
      <Tv />
      <span className="caption">Watch</span>
      <span className="stream-address-text ellipsis selectable">{hls}</span>
      <CopyButton name="the address to watch" text={hls} />
    </div>
  );
}
