import type { Asset } from '../../../shared/contract/index.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { consoleZone, lengthText, shortDay, timeOfDay } from '../../ui/time-text.ts';
import type { Column } from '../../ui/virtual-table.tsx';
import { AssetBadges } from './asset-badges.tsx';
import { formatText } from './asset-facts.ts';
import { AssetThumbnail } from './asset-thumbnail.tsx';

/** The columns of the library, in the order of `AssetCells`. */
export const ASSET_COLUMNS: readonly Column[] = [
  { name: '', className: '' },
  { name: 'Title', className: '' },
  { name: 'Kind', className: '' },
  { name: 'Length', className: 'cell-number' },
  { name: 'State', className: '' },
  { name: 'House ID', className: '' },
  { name: 'Format', className: 'cell-wide' },
  { name: 'Last aired', className: 'cell-wide' },
];

/** The cells of one asset. */
export function AssetCells({ asset }: { readonly asset: Asset }) {
  return (
    <>
      <td>
        <AssetThumbnail id={asset.id} />
      </td>
      <td className="cell-title ellipsis" title={asset.media.path}>
        {asset.title}
      </td>
      <td>
        <KindMark kind={asset.kind} />
      </td>
      <td className="cell-number">{lengthText(asset.durationMs)}</td>
      <td>
        <AssetBadges asset={asset} most={1} />
      </td>
      <td className="cell-dim ellipsis">{asset.houseId}</td>
      <td className="cell-dim cell-wide ellipsis" title={formatText(asset.media)}>
        {formatText(asset.media)}
      </td>
      <td className="cell-dim cell-wide">{lastAired(asset.lastAiredAt)}</td>
    </>
  );
}

function lastAired(at: string | null): string {
  if (at === null) return 'Never';
  const instant = Date.parse(at) as Milliseconds;
  return `${shortDay(instant, consoleZone())} ${timeOfDay(instant, consoleZone()).slice(0, 5)}`;
}
