import { memo } from 'react';
import type { AsRunRow } from '../../../shared/contract/index.ts';
import type { FrameRate, Milliseconds } from '../../../shared/time/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { consoleZone, dayName, frameLengthText, frameTimeOfDay, timeOfDay } from '../../ui/time-text.ts';
import { startDifference } from './as-run-difference.ts';
import { causeWords, reasonWords } from './as-run-words.ts';
import { OutcomeBadge } from './outcome-badge.tsx';

interface AsRunLineProps {
  readonly row: AsRunRow;
  readonly rate: FrameRate;
  /** Pixels from the top of the list. */
  readonly top: number;
}

/** One row of the log, planned against actual, 28 px high. */
export const AsRunLine = memo(function AsRunLine({ row, rate, top }: AsRunLineProps) {
  const zone = consoleZone();
  const difference = startDifference(row, rate);
  return (
    <div className="as-run-grid as-run-line" style={{ transform: `translateY(${top}px)` }} role="row" tabIndex={-1}>
      <span role="cell">
        <OutcomeBadge outcome={row.outcome} />
      </span>
      <span role="cell" className="as-run-dim">
        {dayName(Date.parse(row.startsAt) as Milliseconds, zone)}
      </span>
      <span role="cell">{frameTimeOfDay(row.startFrame, rate, zone)}</span>
      <span role="cell" className="as-run-dim">
        {row.plannedStartsAt === null ? 'Not planned' : timeOfDay(Date.parse(row.plannedStartsAt) as Milliseconds, zone)}
      </span>
      <span role="cell" className={difference === 'on time' ? 'as-run-number as-run-dim' : 'as-run-number as-run-off'}>
        {difference}
      </span>
      <span role="cell" className="as-run-number">
        {frameLengthText(row.durationFrames, rate)}
      </span>
      <span role="cell" className="as-run-number as-run-dim as-run-wide">
        {row.plannedDurationFrames === null ? '–' : frameLengthText(row.plannedDurationFrames, rate)}
      </span>
      <span role="cell" className="as-run-title ellipsis">
        {row.title}
      </span>
      <span role="cell" className="as-run-dim ellipsis as-run-wide">
        {row.houseId ?? '–'}
      </span>
      <span role="cell" className="as-run-wide">
        <KindMark kind={row.kind} />
      </span>
      <span role="cell" className="ellipsis as-run-reason">
        {reasonWords(row)}
      </span>
      <span role="cell" className="as-run-dim ellipsis">
        {causeWords(row.cause)}
      </span>
    </div>
  );
});
