import { Check, TriangleAlert } from 'lucide-react';
import type { DryRun, Plan } from '../../../shared/contract/index.ts';
import { type FrameRate, framesToMs, type Milliseconds } from '../../../shared/time/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { dayName, lengthText, timeOfDay } from '../../ui/time-text.ts';
import { planInSight, useRulesStore } from './rules-store.ts';
import './dry-run-panel.css';

/** What the draft would change in the next two days: what goes and comes, time that nothing fills, rules that would have to be relaxed. */
export function DryRunPanel({ rate, zone }: { readonly rate: FrameRate; readonly zone: string }) {
  const trial = useRulesStore((state) => state.trial);
  return (
    <Panel title="Dry run" note={trial === null ? null : 'next 48 hours, nothing changed yet'} actions={null}>
      {trial === null ? (
        <p className="hint">Try the plan before it counts: the dry run says what would change, and changes nothing.</p>
      ) : (
        <TrialFacts trial={trial} rate={rate} zone={zone} />
      )}
    </Panel>
  );
}

const NO_DAYPARTS: Plan['dayparts'] = [];

interface TrialFactsProps {
  readonly trial: DryRun;
  readonly rate: FrameRate;
  readonly zone: string;
}

function TrialFacts({ trial, rate, zone }: TrialFactsProps) {
  return (
    <div className="dry-run">
      <p className="dry-run-counts">
        <b>{trial.added}</b> items come · <b>{trial.removed}</b> go · <b>{trial.kept}</b> stay
      </p>
      <p className={trial.slateFrames > 0 ? 'dry-run-problem' : 'dry-run-well'}>
        {trial.slateFrames > 0 ? <TriangleAlert /> : <Check />}
        {trial.slateFrames > 0 ? `Nothing fills ${lengthText(framesToMs(trial.slateFrames, rate))}: the slate would air` : 'No gap'}
      </p>
      {trial.relaxed.length === 0 ? (
        <p className="dry-run-well">
          <Check /> No rule broken
        </p>
      ) : (
        trial.relaxed.map(({ rule, count }) => (
          <p key={rule} className="dry-run-problem">
            <TriangleAlert /> {rule}: relaxed {timesWords(count)}
          </p>
        ))
      )}
      <Findings findings={trial.findings} zone={zone} />
      <ol aria-label="Programmes of the dry run">
        {trial.programmes.slice(0, 60).map(({ startsAt, title, durationFrames }) => {
          const at = Date.parse(startsAt) as Milliseconds;
          return (
            <li key={startsAt}>
              <span>
                {dayName(at, zone).slice(0, 3)} {timeOfDay(at, zone)}
              </span>
              <b className="ellipsis">{title}</b>
              <span>{lengthText(framesToMs(durationFrames, rate))}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Which dayparts the trouble is in; each leads to its editor. */
function Findings({ findings, zone }: { readonly findings: DryRun['findings']; readonly zone: string }) {
  const { select, show } = useRulesStore();
  const dayparts = useRulesStore((state) => planInSight(state)?.dayparts ?? NO_DAYPARTS);
  const lead = (id: string) => {
    show('week');
    select(id);
  };
  return findings.map(({ daypartId, rule, count, firstAt }) => {
    const daypart = dayparts.find(({ id }) => id === daypartId);
    const at = Date.parse(firstAt) as Milliseconds;
    const words = `${rule ?? 'slate'}, ${timesWords(count)}, first ${dayName(at, zone).slice(0, 3)} ${timeOfDay(at, zone)}`;
    return (
      <button
        key={`${daypartId} ${rule}`}
        type="button"
        className="dry-run-finding"
        disabled={daypart === undefined}
        onClick={() => daypart && lead(daypart.id)}
      >
        <b className="ellipsis">{daypart?.name ?? 'No daypart'}</b>
        <span className="ellipsis" title={words}>
          {words}
        </span>
      </button>
    );
  });
}

function timesWords(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
