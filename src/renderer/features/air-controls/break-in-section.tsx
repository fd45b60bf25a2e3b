import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { armBreaking, breakIn, disarm, useCommandDesk } from '../../commands/index.ts';
import { Button } from '../../ui/button.tsx';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { AirButton } from './air-button.tsx';
import { BreakInPreview } from './break-in-preview.tsx';
import { BreakInSourcePicker } from './break-in-source-picker.tsx';
import { armedFor, stageOf, useBreakIn } from './break-in-store.ts';
import { RunLine } from './run-line.tsx';
import './break-in-section.css';

/** Breaking in: choose, arm, hold. */
export function BreakInSection() {
  const isArmed = useDerivedFromNow((now) => stageOf(useBreakIn.getState(), now) === 'armed', 100);
  const section = useRef<HTMLElement>(null);
  // There are 15 s to press what airs it: in a low window it may lie below the edge.
  useEffect(() => {
    if (isArmed) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isArmed]);
  return (
    <section ref={section} className="break-in" aria-label="Breaking">
      <h2 className="caption">Breaking</h2>
      {!isArmed && <BreakInSourcePicker />}
      <BreakInPreview />
      {!isArmed && <ReasonField />}
      {isArmed ? <Armed /> : <ArmButton />}
      <RunLine command={breakIn} name={null} />
    </section>
  );
}

function ReasonField() {
  const { reason, choose } = useBreakIn();
  return (
    <input
      className="break-in-field"
      aria-label="What for"
      placeholder="What for, in the as-run log"
      maxLength={200}
      value={reason}
      onChange={({ target }) => choose({ reason: target.value })}
    />
  );
}

function ArmButton() {
  return (
    <>
      <AirButton command={armBreaking} look="arm" label="ARM">
        For 15 s; nothing airs yet
      </AirButton>
      <RunLine command={armBreaking} name={null} />
    </>
  );
}

function Armed() {
  const desk = useCommandDesk();
  const seconds = useDerivedFromNow((now) => Math.ceil(armedFor(useBreakIn.getState().armedAt, now) / 1000), 100);
  const reason = useBreakIn((state) => state.reason);
  return (
    <>
      <p className="break-in-armed" role="status">
        <TriangleAlert />
        <b>ARMED {seconds} s</b>
        <span className="ellipsis">{reason}</span>
        <Button tone="quiet" icon={null} onClick={() => desk.press(disarm, false)}>
          Esc
        </Button>
      </p>
      <AirButton command={breakIn} look="breaking" label="BREAKING">
        Hold to air it now
      </AirButton>
    </>
  );
}
