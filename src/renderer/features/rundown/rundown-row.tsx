import { Lock, TriangleAlert, X } from 'lucide-react';
import { memo } from 'react';
import type { FrameRate } from '../../../shared/time/index.ts';
import { KindMark } from '../../ui/kind-mark.tsx';
import { CueBadge, StatusBadge } from '../../ui/status-badge.tsx';
import { consoleZone, frameLengthText, frameTimeOfDay } from '../../ui/time-text.ts';
import type { RundownRow, RundownState } from './rundown-rows.ts';

interface RundownLineProps {
  readonly row: RundownRow;
  readonly rate: FrameRate;
  /** Pixels from the top of the list. */
  readonly top: number;
}

/** One line of the rundown, 28 px high. */
export const RundownLine = memo(function RundownLine({ row, rate, top }: RundownLineProps) {
  return (
    <div
      className={`rundown-grid rundown-line rundown-line-${row.state}`}
      style={{ transform: `translateY(${top}px)` }}
      role="row"
      tabIndex={-1}
      title={row.rule ?? undefined}
      data-item={row.id}
    >
      <span role="cell">
        <StateBadge state={row.state} />
      </span>
      <span role="cell" className="rundown-time">
        {frameTimeOfDay(row.startFrame, rate, consoleZone())}
        {row.isFixed && <Lock aria-label="Fixed start" />}
      </span>
      <span role="cell" className="rundown-length">
        {frameLengthText(row.durationFrames, rate)}
      </span>
      <span role="cell" className="rundown-title ellipsis">
        {row.title}
      </span>
      <span role="cell" className="rundown-house ellipsis">
        {row.houseId ?? '–'}
      </span>
      <span role="cell" className="rundown-kind">
        <KindMark kind={row.kind} />
      </span>
    </div>
  );
});

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
      return (
        <StatusBadge look="missing">
          <TriangleAlert /> MISSING
        </StatusBadge>
      );
    case 'failed':
      return (
        <StatusBadge look="failed">
          <X /> FAILED
        </StatusBadge>
      );
    case 'planned':
      return null;
  }
}
