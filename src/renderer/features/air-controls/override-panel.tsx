import type { AirMode } from '../../../shared/engine-protocol/index.ts';
import { holdSchedule, panicSlate, skipNext, takeNext } from '../../commands/index.ts';
import { ChannelFacts, useStatusBy } from '../air/index.ts';
import { AirButton } from './air-button.tsx';
import { AirEnableSwitch } from './air-enable-switch.tsx';
import { BreakInSection } from './break-in-section.tsx';
import { LiveInputs } from './live-inputs.tsx';
import { LastReturn, ReturnSection } from './return-section.tsx';
import { RunLine } from './run-line.tsx';
import './override-panel.css';

/** The operator's hand on the air. */
export function OverridePanel() {
  const mode = useStatusBy((status) => status?.mode ?? '')?.mode ?? null;
  return (
    <aside className="override-panel" aria-label="Air controls">
      <section>
        <h2 className="caption">Air controls</h2>
        <AirEnableSwitch />
        <TakeButton />
        <RunLine command={takeNext} name={null} />
        <div className="override-pair">
          <AirButton command={skipNext} look="plain" label="SKIP NEXT">
            Drop the next item
          </AirButton>
          <AirButton command={holdSchedule} look={mode === 'hold' ? 'held' : 'plain'} label={mode === 'hold' ? 'HELD' : 'HOLD'}>
            {mode === 'hold' ? 'Press to rejoin' : 'Nothing follows'}
          </AirButton>
        </div>
        <RunLine command={skipNext} name="Skip next" />
        <RunLine command={holdSchedule} name="Hold" />
        {!isOverridden(mode) && <LastReturn />}
      </section>
      {isOverridden(mode) && <ReturnSection />}
      <BreakInSection />
      <LiveInputs />
      <ChannelFacts />
      <section className="override-panic">
        <h2 className="caption">Emergency</h2>
        <AirButton command={panicSlate} look="panic" label="PANIC SLATE">
          Hold to air the slate
        </AirButton>
        <RunLine command={panicSlate} name={null} />
      </section>
    </aside>
  );
}

function TakeButton() {
  const title = useStatusBy((status) => status?.next?.item.id ?? '')?.next?.item.title ?? '';
  return (
    <AirButton command={takeNext} look="take" label="TAKE NEXT">
      {title}
    </AirButton>
  );
}

/** Whether something stands over the schedule, from which there is a way back. */
function isOverridden(mode: AirMode | null): boolean {
  return mode !== null && mode !== 'auto' && mode !== 'off-air';
}
