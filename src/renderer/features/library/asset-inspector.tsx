import { RotateCcw, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { LoadingMessage } from '../../ui/state-message.tsx';
import { RoleGate } from '../session/index.ts';
import { AssetBadges } from './asset-badges.tsx';
import { formatText } from './asset-facts.ts';
import { AssetForm } from './asset-form.tsx';
import { AssetPreview } from './asset-preview.tsx';
import { useAssetStore } from './asset-store.ts';
import { useDraftStore } from './draft-store.ts';
import { useLibraryStore } from './library-store.ts';
import { hasUnsavedMarks, usePreviewStore } from './preview-store.ts';
import { SaveTrouble } from './save-trouble.tsx';
import './asset-inspector.css';

/** The chosen asset: player and marks, what is wrong with it, and everything that can be said of it. */
export function AssetInspector({ id }: { readonly id: string }) {
  const { client } = useStation();
  const { asset, refusal, show } = useAssetStore();
  const reading = useLibraryStore((state) => state.reading);
  const open = usePreviewStore((state) => state.open);
  const listed = reading.data?.items.find((each) => each.id === id);
  const isEditing = useDraftStore((state) => Object.keys(state.edits).length > 0);
  const isMarking = usePreviewStore(hasUnsavedMarks);
  // While somebody edits, the revision that they began on is kept: saving tells then that somebody else was faster.
  const isOutdated = listed !== undefined && asset !== null && listed.revision > asset.revision && !isEditing && !isMarking;
  useEffect(() => void show(client.calls, id), [show, client, id]);
  useEffect(() => {
    if (isOutdated) void show(client.calls, id);
  }, [isOutdated, show, client, id]);
  useEffect(() => {
    if (asset) open(asset);
  }, [asset, open]);
  if (refusal) return <p className="inspector-note">{refusalSentence(refusal)}</p>;
  if (!asset) return <LoadingMessage what="the asset" />;
  return (
    <div className="asset-inspector">
      <AssetPreview asset={asset} />
      <SaveTrouble />
      <RoleGate least="scheduler">
        <AssetStanding asset={asset} />
        <AssetForm key={asset.id} asset={asset} />
      </RoleGate>
      <p className="inspector-path selectable">{asset.media.path}</p>
    </div>
  );
}

function AssetStanding({ asset }: { readonly asset: MarkedAsset }) {
  const { client } = useStation();
  const { save, run } = useAssetStore();
  const { library } = client.calls;
  const change = (changes: Parameters<typeof save>[1]) => void save(client.calls, changes, false);
  return (
    <section className="asset-standing">
      <div className="asset-standing-line">
        <b>{asset.houseId}</b>
        <span>{formatText(asset.media)}</span>
      </div>
      <AssetBadges asset={asset} most={6} />
      <ul className="badge-sentences">
        {asset.badges.map(({ code, reason }) => (
          <li key={code}>{reason}</li>
        ))}
      </ul>
      <div className="asset-standing-actions">
        <Button tone={asset.isApproved ? 'plain' : 'primary'} icon={null} onClick={() => change({ isApproved: !asset.isApproved })}>
          {asset.isApproved ? 'Withdraw approval' : 'Approve for air'}
        </Button>
        {(asset.lifecycle === 'ready' || asset.lifecycle === 'retired') && (
          <Button tone="plain" icon={null} onClick={() => change({ lifecycle: asset.lifecycle === 'ready' ? 'retired' : 'ready' })}>
            {asset.lifecycle === 'ready' ? 'Retire' : 'Make ready'}
          </Button>
        )}
        <MeantFlaws asset={asset} onChange={change} />
        {asset.binnedAt === null ? (
          <Button tone="quiet" icon={<Trash2 />} onClick={() => void run(() => library.binAsset({ id: asset.id }))}>
            To the bin
          </Button>
        ) : (
          <Button tone="primary" icon={<RotateCcw />} onClick={() => void run(() => library.restoreAsset({ id: asset.id }))}>
            Restore
          </Button>
        )}
      </div>
    </section>
  );
}

interface MeantFlawsProps {
  readonly asset: MarkedAsset;
  readonly onChange: (changes: { intendedFlaws: MarkedAsset['flaws'][number]['type'][] }) => void;
}

/** Black, freeze and silence that are meant so wear no badge. */
function MeantFlaws({ asset, onChange }: MeantFlawsProps) {
  const types = [...new Set(asset.flaws.map(({ type }) => type))];
  if (types.length === 0) return null;
  const isMeant = asset.flaws.every(({ isIntended }) => isIntended);
  return (
    <Button tone="plain" icon={null} onClick={() => onChange({ intendedFlaws: isMeant ? [] : types })}>
      {isMeant ? `Not meant: ${types.join(', ')}` : `Meant so: ${types.join(', ')}`}
    </Button>
  );
}
