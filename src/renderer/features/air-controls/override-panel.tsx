import { CornerDownRight } from 'lucide-react';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { panicSlate, returnToSchedule, takeNext } from '../../commands/index.ts';
import { useDerivedFromNow } from '../../ui/use-now.ts';
import { ChannelFacts, currentFrame, useStatusBy } from '../air/index.ts';
import { itemDueAt, useRundownStore } from '../rundown/index.ts';
import { AirButton } from './air-button.tsx';
import { AirEnableSwitch } from './air-enable-switch.tsx';
import { landingWords } from './landing.ts';
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
        <RunLine command={takeNext} />
      </section>
      {mode === 'panic' && <ReturnSection />}
      <ChannelFacts />
      <section className="override-panic">
        <h2 className="caption">Emergency</h2>
        <AirButton command={panicSlate} look="panic" label="PANIC SLATE">
          Hold to air the slate
        </AirButton>
        <RunLine command={panicSlate} />
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

function ReturnSection() {
  return (
    <section className="override-return">
      <h2 className="caption">Return</h2>
      <AirButton command={returnToSchedule} look="return" label="REJOIN">
        Hold to join the schedule
      </AirButton>
      <Landing />
      <RunLine command={returnToSchedule} />
    </section>
  );
}

function Landing() {
  const items = useRundownStore((state) => state.reading.data);
  const rate = parseFrameRate(useStatusBy((status) => status?.rate ?? '')?.rate ?? '25/1');
  const words = useDerivedFromNow((now) => {
    const frame = currentFrame(now);
    return landingWords(frame === null ? null : itemDueAt(items ?? [], frame), frame, rate);
  }, 100);
  return (
    <p className="override-landing" data-testid="landing">
      <CornerDownRight />
      {words}
    </p>
  );
}
