import type { Statistics, StatisticsGrain } from '../../../shared/engine-protocol/index.ts';
import { frameDueAt, type Milliseconds, milliseconds, parseFrameRate } from '../../../shared/time/index.ts';
import type { AirQueries } from '../air/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine } from '../ports/engine.ts';
import type { StationFigures } from '../ports/station-figures.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { type Answer, granted } from '../refusal.ts';
import { formatMetrics } from './format-metrics.ts';

/** What the engine remembers of each grain. */
const REACH_MS: Readonly<Record<StatisticsGrain, Milliseconds>> = {
  seconds: milliseconds(10 * 60_000),
  minutes: milliseconds(24 * 3_600_000),
};

/** What health is asked of. */
export interface HealthDependencies {
  readonly engine: Engine;
  readonly air: AirQueries;
  readonly figures: StationFigures;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly version: string;
}

/** How the station did, and does. */
export class HealthQueries {
  readonly #of: HealthDependencies;

  constructor(dependencies: HealthDependencies) {
    this.#of = dependencies;
  }

  /** The engine's records: seconds of ten minutes, or minutes of a day, oldest first. Refused as ENGINE_UNREACHABLE. */
  readonly history = async (grain: StatisticsGrain): Promise<Answer<{ readonly grain: StatisticsGrain; readonly items: Statistics[] }>> => {
    const from = milliseconds(this.#of.clock.now() - REACH_MS[grain]);
    const answer = await this.#of.engine.call('readStatistics', { grain, from });
    return answer.ok ? granted({ grain, items: answer.value.records }) : answer;
  };

  /** All figures in Prometheus' text format. Those of the engine are missing while it is not heard. */
  readonly metrics = async (): Promise<string> => {
    const { air, figures, unitOfWork, clock, version } = this.#of;
    const heard = air.get();
    const plannedEnd = await unitOfWork.run(({ playlog }) => playlog.end());
    const rate = heard.status === null ? null : parseFrameRate(heard.status.rate);
    return formatMetrics({
      air: heard,
      assets: await figures.countAssets(),
      loopLag: figures.takeLoopLag(),
      mainMemory: figures.memory(),
      plannedUntil: plannedEnd === null || rate === null ? null : frameDueAt(plannedEnd, rate),
      now: clock.now(),
      version,
    });
  };
}
