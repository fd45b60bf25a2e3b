import { frameDueAt, parseFrameRate } from '../../../shared/time/index.ts';
import { CueBadge } from '../../ui/status-badge.tsx';
import { consoleZone, timeOfDay } from '../../ui/time-text.ts';
import { houseIdText } from './air-picture.ts';
import { useAir } from './use-air.ts';

/** What comes next, when, and whether it is cued. */
export function NextBlock() {
  const status = useAir()?.status ?? null;
  const next = status?.next ?? null;
  if (!status || !next) {
    return (
      <div className="next-block">
        <div className="next-head">
          <span className="caption">Next</span>
        </div>
        <div className="next-title next-none">Nothing scheduled</div>
      </div>
    );
  }
  const start = timeOfDay(frameDueAt(next.item.startFrame, parseFrameRate(status.rate)), consoleZone());
  return (
    <div className="next-block">
      <div className="next-head">
        <CueBadge cue={next.cue} />
        <span className="next-start numerals">{status.mode === 'panic' ? 'when you return' : start}</span>
      </div>
      <div className="next-title ellipsis" data-testid="next-title">
        {next.item.title}
      </div>
      <div className="next-house ellipsis">{houseIdText(next.item)}</div>
    </div>
  );
}
