import type { AirStrain } from '../ports/air-strain.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine, HeardStatus } from '../ports/engine.ts';

/** Later than this, the engine is about to miss a frame: half of one at 25 a second. */
const LATE_MS = 20;

/** For how long a frame that was missed counts as a sign of strain. */
const AFTERMATH_MS = 5_000;

type Statistics = HeardStatus['status']['statistics'];

/** Reads off the engine's statistics whether it has trouble keeping up: it is late, or missed frames a moment ago. */
export class EngineStrain implements AirStrain {
  readonly #engine: Pick<Engine, 'lastStatus'>;
  readonly #clock: Clock;
  #missed: number | null = null;
  #strainedAt: number | null = null;

  constructor(engine: Pick<Engine, 'lastStatus'>, clock: Clock) {
    this.#engine = engine;
    this.#clock = clock;
  }

  readonly isStrained = (): boolean => {
    const statistics = this.#engine.lastStatus()?.status.statistics;
    const now = this.#clock.now();
    if (statistics !== undefined && this.#hasMissed(statistics)) this.#strainedAt = now;
    const isLate = statistics !== undefined && statistics.lateMs > LATE_MS;
    return isLate || (this.#strainedAt !== null && now - this.#strainedAt < AFTERMATH_MS);
  };

  /** A new engine counts from nought: fewer than before is no miss. */
  #hasMissed({ underruns, heldFrames }: Statistics): boolean {
    const before = this.#missed;
    this.#missed = underruns + heldFrames;
    return before !== null && this.#missed > before;
  }
}
