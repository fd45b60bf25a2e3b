import { RefreshCw } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { useAirStore } from '../air/index.ts';
import { reachableAddress } from '../monitor/index.ts';
import { TextControl } from './draft-controls.tsx';
import { useInputStore } from './input-store.ts';
import { newKey } from './made-names.ts';
import { pageRandom } from './page-random.ts';
import { publishPoint } from './publish-point.ts';

/** The key of a publisher, and what to write into the encoder that publishes. */
export function PublishFields() {
  const change = useInputStore((state) => state.change);
  return (
    <>
      <TextControl field="key" label="Key" size="two-thirds" placeholder="" hint="Whoever has it can publish." />
      <Button tone="plain" icon={<RefreshCw />} onClick={() => change({ key: newKey(pageRandom) })}>
        New key
      </Button>
    </>
  );
}

/** Where an encoder publishes to, each part ready to be copied. */
export function PublishAddress({ publishKey }: { readonly publishKey: string }) {
  const played = useAirStore(({ air }) => (air?.addresses ? reachableAddress(air.addresses.rtmp, globalThis.location) : null));
  if (played === null) return <p className="publish-address-none">The station says where to publish as soon as its engine runs.</p>;
  const { server, key } = publishPoint(played, publishKey);
  return (
    <dl className="publish-address" aria-label="Publish to">
      <div>
        <dt className="caption">Server</dt>
        <dd className="ellipsis selectable">{server}</dd>
        <CopyButton name="server" text={server} />
      </div>
      <div>
        <dt className="caption">Stream key</dt>
        <dd className="ellipsis selectable">{key}</dd>
        <CopyButton name="stream key" text={key} />
      </div>
    </dl>
  );
}
