import { FilmIcon, FolderPlus, SearchX } from 'lucide-react';
import { useCallback, useState } from 'react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyMessage, ErrorBar, LoadingMessage } from '../../ui/state-message.tsx';
import { ageText } from '../../ui/time-text.ts';
import { steadyNow } from '../../ui/use-now.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { DemoOffer } from '../first-run/index.ts';
import { AddMediaDialog } from './add-media-dialog.tsx';
import { ASSET_COLUMNS, AssetCells } from './asset-cells.tsx';
import { ImportQueue } from './import-queue.tsx';
import { useLibraryStore } from './library-store.ts';
import { LibraryToolbar } from './library-toolbar.tsx';
import './library-view.css';

/** The content library, and the way media comes into it. */
export function LibraryView() {
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="library-view">
      <LibraryToolbar onAdd={() => setAdding(true)} />
      <div className="library-columns">
        <LibraryPanel onAdd={() => setAdding(true)} />
        <ImportQueue />
      </div>
      {isAdding && <AddMediaDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

function LibraryPanel({ onAdd }: { readonly onAdd: () => void }) {
  const { data, refusal } = useLibraryStore((state) => state.reading);
  const count = data && `${data.items.length}${data.nextCursor === null ? '' : '+'} assets`;
  return (
    <Panel title="Library" note={count} actions={null}>
      <LibraryTrouble />
      {data === null && (refusal ? <NoList /> : <LoadingMessage what="the library" />)}
      {data && data.items.length > 0 && <AssetTable />}
      {data?.items.length === 0 && <NothingListed onAdd={onAdd} />}
    </Panel>
  );
}

function AssetTable() {
  const { client } = useStation();
  const items = useLibraryStore((state) => state.reading.data?.items ?? []);
  const loadMore = useCallback(() => void useLibraryStore.getState().loadMore(client.calls), [client]);
  return (
    <VirtualTable
      label="Assets"
      gridClass="asset-grid"
      columns={ASSET_COLUMNS}
      rows={items}
      keyOf={(asset) => asset.id}
      cells={(asset) => <AssetCells asset={asset} />}
      rowClass={() => ''}
      onEndSeen={loadMore}
    />
  );
}

function NothingListed({ onAdd }: { readonly onAdd: () => void }) {
  const isEmpty = useLibraryStore((state) => state.isEmpty);
  if (!isEmpty) {
    return (
      <EmptyMessage icon={<SearchX />} title="Nothing matches">
        <p>Try fewer words, or all kinds.</p>
      </EmptyMessage>
    );
  }
  return (
    <EmptyMessage icon={<FilmIcon />} title="Drop files here or add a folder">
      <p>Films, shows, spots and idents, in any format that FFmpeg reads.</p>
      <div className="library-empty-actions">
        <Button tone="primary" icon={<FolderPlus />} onClick={onAdd}>
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
  const load = useLibraryStore((state) => state.load);
  if (!refusal) return null;
  const age = readAt === null ? null : ageText((steadyNow() - readAt) as typeof readAt);
  return <ErrorBar cause={`The library could not be read. ${refusalWords(refusal)}`} age={age} onRetry={() => void load(client.calls)} />;
}
