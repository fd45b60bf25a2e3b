import { Play, Square } from 'lucide-react';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { tallyOf } from './air-picture.ts';
import { useAirStore } from './air-store.ts';
import { breakingText } from './breaking-text.ts';
import { currentFrame, useAir } from './use-air.ts';

/** Whether the channel is on air, and in which mode. */
export function TallyBlock() {
  const tally = tallyOf(useAir()?.status?.mode ?? null);
  const elapsed = useDerivedFromNow((now) => breakingText(useAirStore.getState().air?.status ?? null, currentFrame(now)), 200);
  const Form = tally.tone === 'off' ? Square : Play;
  return (
    <div className={`tally tally-${tally.tone} tally-mode-${tally.mode.toLowerCase()}`} role="status" aria-label="Tally">
      <div className="tally-word">
        <Form fill="currentColor" strokeWidth={0} />
        {tally.word}
      </div>
      <div className="tally-mode">{tally.mode}</div>
      {elapsed !== null && (
        <div className="tally-elapsed" data-testid="tally-elapsed">
          {elapsed}
        </div>
      )}
    </div>
  );
}
