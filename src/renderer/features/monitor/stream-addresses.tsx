import { Check, Copy, Tv } from 'lucide-react';
import { useState } from 'react';
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
      <CopyButton text={hls} />
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className="monitor-mute" onClick={copy} onBlur={() => setCopied(false)}>
      {isCopied ? <Check /> : <Copy />}
      {isCopied ? 'Copied' : 'Copy'}
    </button>
  );
}
