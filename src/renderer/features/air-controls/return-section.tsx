import { CornerDownRight } from 'lucide-react';
import type { ReturnPolicy } from '../../../shared/engine-protocol/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { type OperatorCommand, returnByNext, returnByResume, returnToSchedule, runOf, useCommandRuns } from '../../commands/index.ts';
import { consoleZone } from '../../ui/time-text.ts';
import { useStatusBy } from '../air/index.ts';
import { AirButton } from './air-button.tsx';
import { landingWords } from './landing.ts';
import { latestDone } from './latest-done.ts';
import { RunLine } from './run-line.tsx';

const WAYS: readonly (readonly [ReturnPolicy, OperatorCommand, string])[] = [
  ['rejoin', returnToSchedule, 'REJOIN'],
  ['resume', returnByResume, 'RESUME'],
  ['next', returnByNext, 'NEXT'],
];

const COMMANDS = WAYS.map(([, command]) => command);

/** The ways back to the schedule, each with where it would land now. */
export function ReturnSection() {
  return (
    <section className="override-return">
      <h2 className="caption">Return (hold)</h2>
      {WAYS.map(([policy, command, label]) => (
        <div key={policy}>
          <AirButton command={command} look="return" label={label}>
            <LandingOf policy={policy} />
          </AirButton>
          <RunLine command={command} name={null} />
        </div>
      ))}
    </section>
  );
}

/** How the last return went, once the schedule is back and its button is gone. */
export function LastReturn() {
  const last = useCommandRuns((runs) => latestDone(COMMANDS, (command) => runOf(runs, command)));
  return last === null ? null : <RunLine command={last} name="Return" />;
}

function LandingOf({ policy }: { readonly policy: ReturnPolicy }) {
  const status = useStatusBy((now) => JSON.stringify([now?.rate, now?.override?.landings]));
  const landing = status?.override?.landings.find((each) => each.policy === policy) ?? null;
  const words = landingWords(landing, parseFrameRate(status?.rate ?? '25/1'), consoleZone());
  return (
    <span className="override-landing" data-testid={`landing-${policy}`} title={words}>
      <CornerDownRight />
      {words}
    </span>
  );
}
