import { Archive, Eye, Library, Plus, Star, Trash2, X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ASSET_KINDS, type Role } from '../../../shared/contract/index.ts';
import { refusalSentence, useStation } from '../../station-client/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { denied, useDenial } from '../session/index.ts';
import { BackupsDialog } from './backups-dialog.tsx';
import { fileName } from './import-words.ts';
import { useLibraryStore } from './library-store.ts';
import { useRailStore } from './rail-store.ts';
import { BIN_SEARCH, SHORTCUTS } from './search-tokens.ts';
import { WatchFolderDialog } from './watch-folder-dialog.tsx';
import './library-rail.css';

/** Where to look: kinds, shortcuts, kept searches, watch folders, the bin. */
export function LibraryRail() {
  const { client } = useStation();
  const refusal = useRailStore((state) => state.refusal);
  const load = useRailStore((state) => state.load);
  const [isBackups, setBackups] = useState(false);
  const backupsDenial = useDenial('admin');
  useEffect(() => void load(client.calls), [load, client]);
  return (
    <nav className="library-rail" aria-label="Folders and filters">
      <KindList />
      <RailSection title="Show">
        {SHORTCUTS.map(({ name, search }) => (
          <SearchChoice key={search} name={name} search={search} icon={null} />
        ))}
        <SearchChoice name="Bin" search={BIN_SEARCH} icon={<Trash2 />} />
      </RailSection>
      <SavedFilters />
      <WatchFolders />
      <RailSection title="Safety">
        <button type="button" className="rail-choice" {...denied(backupsDenial)} onClick={() => setBackups(true)}>
          <Archive /> Backups…
        </button>
      </RailSection>
      {refusal && (
        <p className="rail-refusal" role="alert">
          {refusalSentence(refusal)}
        </p>
      )}
      {isBackups && <BackupsDialog onClose={() => setBackups(false)} />}
    </nav>
  );
}

function RailSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="caption">{title}</h3>
      {children}
    </section>
  );
}

function KindList() {
  const { client } = useStation();
  const { filter, setFilter } = useLibraryStore();
  return (
    <RailSection title="Library">
      {[null, ...ASSET_KINDS].map((kind) => (
        <button
          type="button"
          key={kind ?? 'all'}
          className="rail-choice"
          aria-pressed={filter.kind === kind && (kind !== null || filter.search.trim() === '')}
          onClick={() => void setFilter(client.calls, { search: kind === null ? '' : filter.search, kind })}
        >
          {kind === null ? (
            <>
              <Library /> Everything
            </>
          ) : (
            <KindMark kind={kind} />
          )}
        </button>
      ))}
    </RailSection>
  );
}

function SearchChoice({ name, search, icon }: { readonly name: string; readonly search: string; readonly icon: ReactNode }) {
  const { client } = useStation();
  const { filter, setFilter } = useLibraryStore();
  const isChosen = filter.search.trim() === search;
  return (
    <button
      type="button"
      className="rail-choice ellipsis"
      title={search}
      aria-pressed={isChosen}
      onClick={() => void setFilter(client.calls, { ...filter, search: isChosen ? '' : search })}
    >
      {icon} {name}
    </button>
  );
}

function SavedFilters() {
  const { client } = useStation();
  const { savedFilters, run } = useRailStore();
  if (savedFilters.length === 0) return null;
  return (
    <RailSection title="Kept searches">
      {savedFilters.map(({ id, name, search }) => (
        <div key={id} className="rail-line">
          <SearchChoice name={name} search={search} icon={<Star />} />
          <RemoveButton
            least="operator"
            what={`kept search ${name}`}
            onRemove={() => void run(client.calls, () => client.calls.library.removeSavedFilter({ id }))}
          />
        </div>
      ))}
    </RailSection>
  );
}

function WatchFolders() {
  const { client } = useStation();
  const { watchFolders, run } = useRailStore();
  const denial = useDenial('scheduler');
  const [isAdding, setAdding] = useState(false);
  return (
    <RailSection title="Watch folders">
      {watchFolders.map(({ id, path, kind }) => (
        <div key={id} className="rail-line">
          <span className="rail-folder ellipsis" title={path}>
            <Eye /> {fileName(path)} {kind && <KindMark kind={kind} />}
          </span>
          <RemoveButton
            least="scheduler"
            what={`watch folder ${path}`}
            onRemove={() => void run(client.calls, () => client.calls.library.removeWatchFolder({ id }))}
          />
        </div>
      ))}
      <button type="button" className="rail-choice" {...denied(denial)} onClick={() => setAdding(true)}>
        <Plus /> Add a watch folder…
      </button>
      {isAdding && <WatchFolderDialog onClose={() => setAdding(false)} />}
    </RailSection>
  );
}

interface RemoveButtonProps {
  readonly what: string;
  readonly least: Role;
  readonly onRemove: () => void;
}

function RemoveButton({ what, least, onRemove }: RemoveButtonProps) {
  const denial = useDenial(least);
  return (
    <button
      type="button"
      className="rail-remove"
      aria-label={`Remove ${what}`}
      title={`Remove ${what}`}
      {...denied(denial)}
      onClick={onRemove}
    >
      <X />
    </button>
  );
}
