import { Lock } from 'lucide-react';
import type { FrameRate } from '../../../shared/time/index.ts';
import { ItemMark } from '../../ui/item-mark.tsx';
import { CueBadge, FailedBadge, MissingBadge, StatusBadge } from '../../ui/status-badge.tsx';
import { consoleZone, frameLengthText, frameTimeOfDay } from '../../ui/time-text.ts';
import type { Column } from '../../ui/virtual-table.tsx';
import type { RundownRow, RundownState } from './rundown-rows.ts';

/** The columns of the rundown, in the order of `RundownCells`. */
export const RUNDOWN_COLUMNS: readonly Column[] = [
  { name: 'Status', className: '' },
  { name: 'Start', className: '' },
  { name: 'Length', className: 'cell-number' },
  { name: 'Title', className: '' },
  { name: 'House ID', className: '' },
  { name: 'Kind', className: '' },
];

/** The cells of one line of the rundown. */
export function RundownCells({ row, rate }: { readonly row: RundownRow; readonly rate: FrameRate }) {
  return (
    <>
      <td>
        <StateBadge state={row.state} />
      </td>
      <td className="cell-dim rundown-time">
        {frameTimeOfDay(row.startFrame, rate, consoleZone())}
        {row.isFixed && <Lock aria-label="Fixed start" />}
      </td>
      <td className="cell-dim cell-number">{frameLengthText(row.durationFrames, rate)}</td>
      <td className="cell-title ellipsis" title={row.rule ?? undefined}>
        {row.title}
      </td>
      <td className="cell-dim ellipsis">{row.houseId ?? '–'}</td>
      <td>
        <ItemMark item={row} />
      </td>
    </>
  );
}

function StateBadge({ state }: { readonly state: RundownState }) {
  switch (state) {
    case 'on-air':
      return <StatusBadge look="on-air">▶ ON AIR</StatusBadge>;
    case 'next-cued':
      return <CueBadge cue="cued" />;
    case 'next-opening':
      return <CueBadge cue="opening" />;
    case 'next':
      return <CueBadge cue="waiting" />;
    case 'cue-failed':
      return <CueBadge cue="failed" />;
    case 'missing':
      return <MissingBadge />;
    case 'failed':
      return <FailedBadge />;
    case 'planned':
      return null;
  }
}
