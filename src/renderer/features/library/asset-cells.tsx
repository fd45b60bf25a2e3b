import type { Asset } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { consoleZone, lengthText, shortDay, timeOfDay } from '../../ui/time-text.ts';
import type { Column } from '../../ui/virtual-table.tsx';
import { formatText, lifecycleBadge } from './asset-facts.ts';

/** The columns of the library, in the order of `AssetCells`. */
export const ASSET_COLUMNS: readonly Column[] = [
  { name: 'Kind', className: '' },
  { name: 'Title', className: '' },
  { name: 'House ID', className: '' },
  { name: 'Length', className: 'cell-number' },
  { name: 'Format', className: '' },
  { name: 'State', className: '' },
  { name: 'Last aired', className: '' },
];

/** The cells of one asset. */
export function AssetCells({ asset }: { readonly asset: Asset }) {
  const badge = lifecycleBadge(asset);
  return (
    <>
      <td>
        <KindMark kind={asset.kind} />
      </td>
      <td className="cell-title ellipsis" title={asset.media.path}>
        {asset.title}
      </td>
      <td className="cell-dim ellipsis">{asset.houseId}</td>
      <td className="cell-number">{lengthText(asset.durationMs)}</td>
      <td className="cell-dim ellipsis">{formatText(asset.media)}</td>
      <td title={badge.meaning}>
        <StatusBadge look={badge.look}>{badge.word}</StatusBadge>
      </td>
      <td className="cell-dim">{lastAired(asset.lastAiredAt)}</td>
    </>
  );
}

function lastAired(at: string | null): string {
  if (at === null) return 'Never';
  const instant = Date.parse(at) as Milliseconds;
  return `${shortDay(instant, consoleZone())} ${timeOfDay(instant, consoleZone()).slice(0, 5)}`;
}
