import { Play, Square } from 'lucide-react';
import { tallyOf } from './air-picture.ts';
import { useAir } from './use-air.ts';

/** Whether the channel is on air, and in which mode. */
export function TallyBlock() {
  const tally = tallyOf(useAir()?.status?.mode ?? null);
  const Form = tally.tone === 'off' ? Square : Play;
  return (
    <div className={`tally tally-${tally.tone} tally-mode-${tally.mode.toLowerCase()}`} role="status" aria-label="Tally">
      <div className="tally-word">
        <Form fill="currentColor" strokeWidth={0} />
        {tally.word}
      </div>
      <div className="tally-mode">{tally.mode}</div>
    </div>
  );
}
