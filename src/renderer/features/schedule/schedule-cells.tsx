import { Hand, Lock, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { type FrameRate, frames } from '../../../shared/time/index.ts';
import { ItemMark } from '../../ui/item-mark.tsx';
import { FailedBadge, MissingBadge, PlayedBadge, StatusBadge } from '../../ui/status-badge.tsx';
import { differenceText, frameLengthText, frameTimeOfDay } from '../../ui/time-text.ts';
import type { Column } from '../../ui/virtual-table.tsx';
import type { ScheduleRow, ScheduleState } from './schedule-rows.ts';
import { differenceWords } from './start-difference.ts';

/** The columns of the schedule, in the order of `ScheduleCells`. */
export const SCHEDULE_COLUMNS: readonly Column[] = [
  { name: 'Status', className: '' },
  { name: 'Start', className: '' },
  { name: 'Mode', className: '' },
  { name: 'Difference', className: 'cell-number' },
  { name: 'To fixed', className: 'cell-number cell-wide' },
  { name: 'Length', className: 'cell-number' },
  { name: 'Title', className: '' },
  { name: 'House ID', className: '' },
  { name: 'Kind', className: '' },
  { name: 'In', className: 'cell-number cell-wide' },
  { name: 'Out', className: 'cell-number cell-wide' },
];

interface ScheduleCellsProps {
  readonly row: ScheduleRow;
  readonly rate: FrameRate;
  readonly zone: string;
}

/** The cells of one item of the schedule. Drawn anew only when the item or its state changed: while the table is scrolled most rows stay. */
export const ScheduleCells = memo(function ScheduleCells({ row, rate, zone }: ScheduleCellsProps) {
  const { item, state } = row;
  const out = frames(item.inFrame + item.durationFrames);
  return (
    <>
      <td>
        <StateBadge state={state} breach={item.breach ?? null} />
      </td>
      <td className="cell-dim">{frameTimeOfDay(item.startFrame, rate, zone)}</td>
      <td className="cell-dim schedule-mode">
        <ModeMark mode={item.startMode} />
      </td>
      <td className="cell-dim cell-number" title={differenceWords(item, row.difference, zone)}>
        {row.difference === null ? '–' : differenceText(row.difference.by, rate)}
      </td>
      <td className="cell-dim cell-number cell-wide">{toFixedText(row, rate)}</td>
      <td className="cell-dim cell-number">{frameLengthText(item.durationFrames, rate)}</td>
      <td className="cell-title ellipsis">
        {item.title}
        {item.placedBy && <Hand className="schedule-placed" aria-label={`Placed by ${item.placedBy}`} />}
      </td>
      <td className="cell-dim ellipsis">{item.houseId ?? '–'}</td>
      <td>
        <ItemMark item={item} />
      </td>
      <td className="cell-dim cell-number cell-wide">{frameLengthText(item.inFrame, rate)}</td>
      <td className="cell-dim cell-number cell-wide">{frameLengthText(out, rate)}</td>
    </>
  );
});

/** What is left until the next fixed start, told where a fixed start is near: on the item before it and on programmes. */
function toFixedText({ item, untilFixed }: ScheduleRow, rate: FrameRate): string {
  if (item.kind !== 'programme') return '';
  return untilFixed === null ? '–' : `${untilFixed < 0 ? '-' : ''}${frameLengthText(frames(Math.abs(untilFixed)), rate)}`;
}

function ModeMark({ mode }: { readonly mode: ScheduleRow['item']['startMode'] }) {
  switch (mode) {
    case 'fixed':
      return (
        <>
          <Lock aria-hidden="true" /> Fixed
        </>
      );
    case 'manual':
      return (
        <>
          <Hand aria-hidden="true" /> Manual
        </>
      );
    case 'follow':
      return <>Follow</>;
  }
}

/** `breach`: why the rules would not let the item air there. */
function StateBadge({ state, breach }: { readonly state: ScheduleState; readonly breach: string | null }) {
  switch (state) {
    case 'on-air':
      return <StatusBadge look="on-air">▶ ON AIR</StatusBadge>;
    case 'next':
      return <StatusBadge look="next">NEXT</StatusBadge>;
    case 'played':
      return <PlayedBadge>PLAYED</PlayedBadge>;
    case 'partial':
      return (
        <StatusBadge look="problem">
          <TriangleAlert /> PARTIAL
        </StatusBadge>
      );
    case 'missing':
      return <MissingBadge />;
    case 'failed':
      return <FailedBadge />;
    case 'locked':
      return (
        <span className="schedule-locked">
          <Lock /> LOCKED
        </span>
      );
    case 'planned':
      return (
        breach !== null && (
          <span title={breach}>
            <StatusBadge look="problem">
              <TriangleAlert /> RULE
            </StatusBadge>
          </span>
        )
      );
  }
}
