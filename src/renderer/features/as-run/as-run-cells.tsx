import type { AsRunRow } from '../../../shared/contract/index.ts';
import type { FrameRate, Milliseconds } from '../../../shared/time/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { consoleZone, dayName, frameLengthText, frameTimeOfDay, timeOfDay } from '../../ui/time-text.ts';
import type { Column } from '../../ui/virtual-table.tsx';
import { startDifference } from './as-run-difference.ts';
import { causeWords, reasonWords } from './as-run-words.ts';
import { OutcomeBadge } from './outcome-badge.tsx';

/** The columns of the log, in the order of `AsRunCells`. */
export const AS_RUN_COLUMNS: readonly Column[] = [
  { name: 'Outcome', className: '' },
  { name: 'Day', className: '' },
  { name: 'Started', className: '' },
  { name: 'Planned', className: '' },
  { name: 'Difference', className: 'cell-number' },
  { name: 'Length', className: 'cell-number' },
  { name: 'Planned', className: 'cell-number cell-wide' },
  { name: 'Title', className: '' },
  { name: 'House ID', className: 'cell-wide' },
  { name: 'Kind', className: 'cell-wide' },
  { name: 'Reason', className: '' },
  { name: 'By', className: '' },
];

/** The cells of one row of the log, planned against actual. */
export function AsRunCells({ row, rate }: { readonly row: AsRunRow; readonly rate: FrameRate }) {
  const zone = consoleZone();
  const planned = row.plannedDurationFrames;
  return (
    <>
      <td>
        <OutcomeBadge outcome={row.outcome} />
      </td>
      <td className="cell-dim">{dayName(Date.parse(row.startsAt) as Milliseconds, zone)}</td>
      <td>{frameTimeOfDay(row.startFrame, rate, zone)}</td>
      <td className="cell-dim">
        {row.plannedStartsAt === null ? 'Not planned' : timeOfDay(Date.parse(row.plannedStartsAt) as Milliseconds, zone)}
      </td>
      <DifferenceCell difference={startDifference(row, rate)} />
      <td className="cell-number">{frameLengthText(row.durationFrames, rate)}</td>
      <td className="cell-dim cell-number cell-wide">{planned === null ? '–' : frameLengthText(planned, rate)}</td>
      <td className="cell-title ellipsis">{row.title}</td>
      <td className="cell-dim ellipsis cell-wide">{row.houseId ?? '–'}</td>
      <td className="cell-wide">
        <KindMark kind={row.kind} />
      </td>
      <td className="ellipsis" title={reasonWords(row)}>
        {reasonWords(row)}
      </td>
      <td className="cell-dim ellipsis">{causeWords(row.cause)}</td>
    </>
  );
}

function DifferenceCell({ difference }: { readonly difference: string }) {
  return <td className={difference === 'on time' ? 'cell-dim cell-number' : 'cell-number as-run-off'}>{difference}</td>;
}
