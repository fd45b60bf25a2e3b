import { useVirtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, useEffect, useRef, useState } from 'react';
import type { Asset } from '../../../shared/contract/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { lengthText } from '../../ui/time-text.ts';
import { AssetBadges } from './asset-badges.tsx';
import { AssetThumbnail } from './asset-thumbnail.tsx';
import './asset-grid.css';

const TILE_PX = 190;
const ROW_PX = 172;

interface AssetGridProps {
  readonly assets: readonly Asset[];
  readonly point: (asset: Asset) => HTMLAttributes<HTMLElement>;
  readonly rowClass: (asset: Asset) => string;
  readonly shownIndex: number | null;
  readonly onEndSeen: () => void;
  /** Tells how many tiles stand beside each other, for the arrow keys. */
  readonly onColumns: (columns: number) => void;
}

/** Assets as pictures, as many beside each other as fit; only the rows in sight are in the page. */
export function AssetGrid({ assets, point, rowClass, shownIndex, onEndSeen, onColumns }: AssetGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns(scroller, onColumns);
  const count = Math.ceil(assets.length / columns);
  const rows = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => ROW_PX, overscan: 2 });
  const slots = rows.getVirtualItems();
  const lastSeen = slots.at(-1)?.index ?? -1;
  useEffect(() => {
    if (lastSeen >= count - 1) onEndSeen();
  }, [lastSeen, count, onEndSeen]);
  useEffect(() => {
    if (shownIndex !== null) rows.scrollToIndex(Math.floor(shownIndex / columns), { align: 'auto' });
  }, [rows, shownIndex, columns]);
  return (
    <div ref={scroller} className="asset-tiles">
      <div role="listbox" aria-label="Assets" aria-multiselectable="true" tabIndex={-1} style={{ height: rows.getTotalSize() }}>
        {slots.map(({ index, start }) => (
          <div
            key={index}
            role="presentation"
            className="asset-tile-row"
            style={{ transform: `translateY(${start}px)`, gridTemplateColumns: `repeat(${columns}, 1fr)` }}
          >
            {assets.slice(index * columns, (index + 1) * columns).map((asset) => (
              <AssetTile key={asset.id} asset={asset} className={rowClass(asset)} pointing={point(asset)} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface AssetTileProps {
  readonly asset: Asset;
  readonly className: string;
  readonly pointing: HTMLAttributes<HTMLElement>;
}

function AssetTile({ asset, className, pointing }: AssetTileProps) {
  return (
    <div role="option" tabIndex={-1} aria-selected={false} {...pointing} className={`asset-tile ${className}`} title={asset.title}>
      <AssetThumbnail id={asset.id} />
      <b className="ellipsis">{asset.title}</b>
      <span className="asset-tile-line">
        <KindMark kind={asset.kind} />
        <span>{lengthText(asset.durationMs)}</span>
      </span>
      <AssetBadges asset={asset} most={1} />
    </div>
  );
}

function useColumns(scroller: { readonly current: HTMLElement | null }, onColumns: (columns: number) => void): number {
  const [columns, setColumns] = useState(1);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setColumns(Math.max(1, Math.floor(element.clientWidth / TILE_PX))));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  useEffect(() => onColumns(columns), [columns, onColumns]);
  return columns;
}
