import { type KeyboardEvent, type MouseEvent, useCallback, useRef } from 'react';
import type { Asset } from '../../../shared/contract/index.ts';
import { useStation } from '../../station-client/index.ts';
import { allChosen, NOTHING_CHOSEN, pointed, pointingOf, stepped } from '../../ui/selection.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { ASSET_COLUMNS, AssetCells } from './asset-cells.tsx';
import { AssetGrid } from './asset-grid.tsx';
import { idsOf, useLibraryStore } from './library-store.ts';

/** The assets that were found, as a list or a grid: chosen by mouse, arrows, Shift, Ctrl and Ctrl+A. */
export function AssetList() {
  const { client } = useStation();
  const { selection, layout, choose } = useLibraryStore();
  const data = useLibraryStore((state) => state.reading.data);
  const tilesAcross = useRef(1);
  const loadMore = useCallback(() => void useLibraryStore.getState().loadMore(client.calls), [client]);
  if (!data) return null;
  const listed = idsOf(data);
  const point = (asset: Asset) => ({
    onMouseDown: (event: MouseEvent) => event.button === 0 && choose(pointed(selection, asset.id, pointingOf(event), listed)),
    'aria-selected': selection.ids.has(asset.id),
  });
  const keyDown = (event: KeyboardEvent) => {
    const by = stepOf(event.key, layout === 'grid' ? tilesAcross.current : 1);
    if (by !== 0) choose(stepped(selection, by, event.shiftKey, listed));
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) choose(allChosen(listed));
    else if (event.key === 'Escape' && selection.ids.size > 0) choose(NOTHING_CHOSEN);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shownIndex = selection.lead === null ? null : Math.max(0, listed.indexOf(selection.lead));
  const rowClass = (asset: Asset) => (selection.ids.has(asset.id) ? 'asset-chosen' : '');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list takes the arrow keys for the rows in it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the same
    <div className="asset-list" tabIndex={0} onKeyDown={keyDown}>
      {layout === 'grid' ? (
        <AssetGrid
          assets={data.items}
          point={point}
          rowClass={rowClass}
          shownIndex={shownIndex}
          onEndSeen={loadMore}
          onColumns={(columns) => {
            tilesAcross.current = columns;
          }}
        />
      ) : (
        <VirtualTable
          label="Assets"
          gridClass="asset-grid"
          columns={ASSET_COLUMNS}
          rows={data.items}
          keyOf={(asset) => asset.id}
          cells={(asset) => <AssetCells asset={asset} />}
          rowClass={rowClass}
          rowProps={point}
          shownIndex={shownIndex}
          onEndSeen={loadMore}
        />
      )}
    </div>
  );
}

function stepOf(key: string, across: number): number {
  if (key === 'ArrowDown') return across;
  if (key === 'ArrowUp') return -across;
  if (key === 'ArrowRight') return across > 1 ? 1 : 0;
  if (key === 'ArrowLeft') return across > 1 ? -1 : 0;
  if (key === 'PageDown') return 12 * across;
  if (key === 'PageUp') return -12 * across;
  return 0;
}
