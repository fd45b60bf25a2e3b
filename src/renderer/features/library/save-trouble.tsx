import { CircleAlert } from 'lucide-react';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { useAssetStore } from './asset-store.ts';
import { useDraftStore } from './draft-store.ts';

/** Why the last change was refused. When somebody else was faster: their version, or this one over it. */
export function SaveTrouble() {
  const { client } = useStation();
  const { asset, saveRefusal, show, save, forgive } = useAssetStore();
  const { changes, discard } = useDraftStore();
  if (!saveRefusal || !asset) return null;
  const reload = async () => {
    discard();
    forgive();
    await show(client.calls, asset.id);
  };
  const keepMine = async () => {
    if (await save(client.calls, changes(asset), true)) discard();
  };
  return (
    <div className="save-trouble" role="alert">
      <CircleAlert />
      {saveRefusal.code === 'STALE_REVISION' ? (
        <>
          <p>Somebody else changed this asset meanwhile.</p>
          <Button tone="plain" icon={null} onClick={() => void reload()}>
            Reload theirs
          </Button>
          <Button tone="plain" icon={null} onClick={() => void keepMine()}>
            Keep mine
          </Button>
        </>
      ) : (
        <>
          <p>{refusalSentence(saveRefusal)}</p>
          <Button tone="plain" icon={null} onClick={forgive}>
            Dismiss
          </Button>
        </>
      )}
    </div>
  );
}
