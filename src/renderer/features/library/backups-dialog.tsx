import { Archive } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Backup } from '../../../shared/contract/index.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { consoleZone, dayName, timeOfDay } from '../../ui/time-text.ts';
import { useRailStore } from './rail-store.ts';
import './add-media-dialog.css';
import './backups-dialog.css';

/** The copies of the station's database: made by itself every day, made now, or taken back at the next start. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { client } = useStation();
  const { backups, refusal, loadBackups, run } = useRailStore();
  const [asked, setAsked] = useState<Backup | null>(null);
  const [ordered, setOrdered] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    void loadBackups(client.calls);
  }, [loadBackups, client]);
  const make = async () => {
    if (await run(client.calls, () => client.calls.library.makeBackup())) await loadBackups(client.calls);
  };
  const restore = async ({ name }: Backup) => {
    setAsked(null);
    if (await run(client.calls, () => client.calls.library.restoreBackup({ name }))) setOrdered(name);
  };
  return (
    <dialog ref={dialog} className="add-media backups" aria-label="Backups" onClose={onClose}>
      <h2>Backups</h2>
      <p>The station's database: library, schedule and as-run log. Media files are not in it. One a day is made by itself.</p>
      <ul>
        {backups.map((backup) => (
          <li key={backup.name}>
            <span>{backupText(backup)}</span>
            {ordered === backup.name ? (
              <b>Taken at the next start</b>
            ) : (
              <Button tone="plain" icon={null} onClick={() => setAsked(backup)}>
                Restore…
              </Button>
            )}
          </li>
        ))}
        {backups.length === 0 && <li>There is none yet.</li>}
      </ul>
      {asked && (
        <div className="backups-confirm" role="alert">
          <p>
            At its next start the station begins from {backupText(asked)}. What was done since is not in it; the present database is kept
            aside. The channel plays on until then.
          </p>
          <Button tone="primary" icon={null} onClick={() => void restore(asked)}>
            Restore at the next start
          </Button>
          <Button tone="quiet" icon={null} onClick={() => setAsked(null)}>
            Keep the present one
          </Button>
        </div>
      )}
      {refusal && <p role="alert">{refusalSentence(refusal)}</p>}
      <div className="add-media-end">
        <Button tone="plain" icon={<Archive />} onClick={() => void make()}>
          Make one now
        </Button>
        <Button tone="quiet" icon={null} onClick={onClose}>
          Close
        </Button>
      </div>
    </dialog>
  );
}

function backupText({ madeAt, sizeBytes }: Backup): string {
  const at: Milliseconds = milliseconds(Date.parse(madeAt));
  return `${dayName(at, consoleZone())} ${timeOfDay(at, consoleZone())} · ${(sizeBytes / 1e6).toFixed(1)} MB`;
}
