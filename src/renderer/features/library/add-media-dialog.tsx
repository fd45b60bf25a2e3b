import { FileVideo, FolderOpen } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { useImportStore } from './import-store.ts';
import './add-media-dialog.css';

/** Asks which folder or files to import: by the desktop's own chooser, or by a typed path on the station's machine. */
export function AddMediaDialog({ onClose }: { readonly onClose: () => void }) {
  const { client, desktop } = useStation();
  const start = useImportStore((state) => state.start);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const importAll = (paths: readonly string[]) => {
    if (paths.length === 0) return;
    void start(client.calls, paths);
    onClose();
  };
  return (
    <dialog ref={dialog} className="add-media" aria-label="Add media" onClose={onClose}>
      <h2>Add media</h2>
      <p>Files stay where they are. Each one is looked at before it may air.</p>
      {desktop && (
        <div className="add-media-choices">
          <Button
            tone="plain"
            icon={<FolderOpen />}
            onClick={() => desktop.chooseFolder().then((path) => importAll(path === null ? [] : [path]))}
          >
            Choose a folder…
          </Button>
          <Button tone="plain" icon={<FileVideo />} onClick={() => desktop.chooseFiles().then(importAll)}>
            Choose files…
          </Button>
        </div>
      )}
      <PathForm onPath={(path) => importAll([path])} onCancel={onClose} />
    </dialog>
  );
}

function PathForm({ onPath, onCancel }: { readonly onPath: (path: string) => void; readonly onCancel: () => void }) {
  const [path, setPath] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (path.trim() !== '') onPath(path.trim());
  };
  return (
    <form onSubmit={submit}>
      <label>
        <span className="caption">Folder or file on the station's machine</span>
        <input value={path} placeholder="/media/programmes" spellCheck={false} onChange={(event) => setPath(event.target.value)} />
      </label>
      <div className="add-media-end">
        <Button tone="quiet" icon={null} onClick={onCancel}>
          Cancel
        </Button>
        <button type="submit" className="button button-primary" disabled={path.trim() === ''}>
          Import
        </button>
      </div>
    </form>
  );
}
