import { FolderOpen } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ASSET_KINDS, type AssetKind } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { kindName } from '../../ui/kind-mark.tsx';
import { useRailStore } from './rail-store.ts';
import './add-media-dialog.css';

/** Asks for a folder whose media comes into the library by itself. */
export function WatchFolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, desktop } = useStation();
  const { refusal, run } = useRailStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const [path, setPath] = useState('');
  const [kind, setKind] = useState<AssetKind | ''>('');
  useEffect(() => dialog.current?.showModal(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { path: path.trim(), ...(kind === '' ? {} : { kind }) };
    if (input.path !== '' && (await run(client.calls, () => client.calls.library.addWatchFolder(input)))) onClose();
  };
  return (
    <dialog ref={dialog} className="add-media" aria-label="Add a watch folder" onClose={onClose}>
      <h2>Add a watch folder</h2>
      <p>Media that is put into it comes into the library by itself, once its size has been still.</p>
      {desktop && (
        <div className="add-media-choices">
          <Button tone="plain" icon={<FolderOpen />} onClick={() => void desktop.chooseFolder().then((found) => found && setPath(found))}>
            Choose a folder…
          </Button>
        </div>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <label>
          <span className="caption">Watched folder on the station's machine</span>
          <input value={path} placeholder="/media/incoming" spellCheck={false} onChange={(event) => setPath(event.target.value)} />
        </label>
        <label>
          <span className="caption">Kind</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as AssetKind | '')}>
            <option value="">As its sidecars and folders say</option>
            {ASSET_KINDS.map((each) => (
              <option key={each} value={each}>
                {kindName(each)}
              </option>
            ))}
          </select>
        </label>
        {refusal && <p role="alert">{refusalSentence(refusal)}</p>}
        <div className="add-media-end">
          <Button tone="quiet" icon={null} onClick={onClose}>
            Cancel
          </Button>
          <button type="submit" className="button button-primary" disabled={path.trim() === ''}>
            Watch
          </button>
        </div>
      </form>
    </dialog>
  );
}
