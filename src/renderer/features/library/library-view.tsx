import { FilmIcon, FolderPlus, MousePointerClick, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { DemoOffer } from '../first-run/index.ts';
import { denied, RoleGate, useDenial } from '../session/index.ts';
import { AddMediaDialog } from './add-media-dialog.tsx';
import { AssetInspector } from './asset-inspector.tsx';
import { AssetList } from './asset-list.tsx';
import { BinTools } from './bin-tools.tsx';
import { BulkEditor } from './bulk-editor.tsx';
import { ImportQueue } from './import-queue.tsx';
import { LibraryRail } from './library-rail.tsx';
import { useLibraryStore } from './library-store.ts';
import { LibraryToolbar } from './library-toolbar.tsx';
import { nothingFound } from './nothing-found.ts';
import './library-view.css';

/** The content library, and the way media comes into it. */
export function LibraryView() {
  const { client } = useStation();
  const [isAdding, setAdding] = useState(false);
  // What aired while it was out of sight has not been heard of here.
  useEffect(() => void useLibraryStore.getState().load(client.calls), [client]);
  return (
    <div className="library-view">
      <LibraryToolbar onAdd={() => setAdding(true)} />
      <div className="library-columns">
        <LibraryRail />
        <div className="library-middle">
          <LibraryPanel onAdd={() => setAdding(true)} />
          <ImportQueue />
        </div>
        <Inspector />
      </div>
      {isAdding && <AddMediaDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function LibraryPanel({ onAdd }: { readonly onAdd: () => void }) {
  const { data, refusal } = useLibraryStore((state) => state.reading);
  const count = data && (data.items.length === 1 ? '1 asset' : `${data.items.length}${data.nextCursor === null ? '' : '+'} assets`);
  return (
    <Panel title="Library" note={count} actions={<BinTools />}>
      <LibraryTrouble />
      {data === null && (refusal ? <NoList /> : <LoadingMessage what="the library" />)}
      {data && data.items.length > 0 && <AssetList />}
      {data?.items.length === 0 && <NothingListed onAdd={onAdd} />}
    </Panel>
  );
}

function Inspector() {
  const ids = useLibraryStore((state) => state.selection.ids);
  const [first] = ids;
  const title = ids.size > 1 ? `${ids.size} assets` : 'Asset';
  return (
    <div className="inspector">
      <Panel title={title} note={null} actions={null}>
        {first === undefined && (
          <EmptyMessage icon={<MousePointerClick />} title="Choose an asset">
            <p>Shift and Ctrl choose several; Ctrl+A all that are listed.</p>
          </EmptyMessage>
        )}
        {first !== undefined && (ids.size === 1 ? <AssetInspector id={first} /> : <Several ids={[...ids]} />)}
      </Panel>
    </div>
  );
}

function Several({ ids }: { readonly ids: readonly string[] }) {
  return (
    <RoleGate least="scheduler">
      <BulkEditor ids={ids} />
    </RoleGate>
  );
}

function NothingListed({ onAdd }: { readonly onAdd: () => void }) {
  const { isEmpty, filter } = useLibraryStore();
  const denial = useDenial('scheduler');
  if (!isEmpty) {
    const { title, advice } = nothingFound(filter);
    return (
      <EmptyMessage icon={<SearchX />} title={title}>
        {advice !== '' && <p>{advice}</p>}
      </EmptyMessage>
    );
  }
  return (
    <EmptyMessage icon={<FilmIcon />} title="Drop files here or add a watch folder">
      <p>Films, shows, spots and idents, in any format that FFmpeg reads.</p>
      <div className="library-empty-actions">
        <Button tone="primary" icon={<FolderPlus />} {...denied(denial)} onClick={onAdd}>
          Add a folder…
        </Button>
        <DemoOffer />
      </div>
    </EmptyMessage>
  );
}

function NoList() {
  return (
    <EmptyMessage icon={<FilmIcon />} title="No list to show">
      <p>The media is where it was; only the list of it could not be read.</p>
    </EmptyMessage>
  );
}

function LibraryTrouble() {
  const { client } = useStation();
  const { refusal, readAt } = useLibraryStore((state) => state.reading);
  const { load, searchFault } = useLibraryStore();
  // A search that can't be read is told at the search box.
  if (!refusal || searchFault !== null) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return <ErrorBar cause={`The library could not be read. ${refusalWords(refusal)}`} age={age} onRetry={() => void load(client.calls)} />;
}
