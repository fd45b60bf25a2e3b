import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { frameDueAt, parseFrameRate } from '../../../shared/time/index.ts';
import { consoleZone, dayName, timeOfDay } from '../../ui/time-text.ts';
import { useStatusBy } from './use-air.ts';
import './channel-facts.css';

/** How the channel has been running: the figures that an operator looks at when something seems wrong. */
export function ChannelFacts() {
  const status = useStatusBy((now) =>
    now ? JSON.stringify([now.statistics, now.rundownEndFrame, now.sinks.map(({ state }) => state)]) : '',
  );
  if (!status) return null;
  return (
    <section aria-label="Channel">
      <h2 className="caption">Channel</h2>
      <dl className="channel-facts">
        {factsOf(status).map(([name, value, isNotable]) => (
          <div key={name} data-notable={isNotable}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Fact = readonly [name: string, value: string, isNotable: boolean];

function factsOf(status: EngineStatus): readonly Fact[] {
  const { maxLateMs, underruns, heldFrames, encoderRestarts } = status.statistics;
  const running = status.sinks.filter(({ state }) => state === 'running').length;
  return [
    ['Filled until', filledUntil(status), status.rundownEndFrame === null],
    ['Outputs running', `${running} of ${status.sinks.length}`, running < status.sinks.length],
    ['Latest frame was late by', `${Math.round(maxLateMs)} ms`, false],
    ['Underruns', String(underruns), underruns > 0],
    ['Frames held', String(heldFrames), heldFrames > 0],
    ['Encoder restarts', String(encoderRestarts), encoderRestarts > 0],
  ];
}

function filledUntil(status: EngineStatus): string {
  if (status.rundownEndFrame === null) return 'Nothing scheduled';
  const end = frameDueAt(status.rundownEndFrame, parseFrameRate(status.rate));
  return `${dayName(end, consoleZone())} ${timeOfDay(end, consoleZone()).slice(0, 5)}`;
}
