import { milliseconds } from '../../../shared/time/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { Timers } from '../ports/timers.ts';
import type { PlanAhead } from './plan-ahead.ts';

/** How often it is looked whether the playlog still reaches far enough. */
const LOOK_EVERY_MS = milliseconds(60_000);

/** The least time from one plan that the library asked for to the next: an import of thousands must not plan two days anew for each file. */
const LEAST_PAUSE_MS = 3_000;

/** A plan of a large library takes longer: the pause after it is so many times as long. */
const PAUSE_TO_PLAN = 10;

/** What keeping the playlog ahead needs. */
export interface KeepPlaylogAheadDependencies {
  readonly planAhead: PlanAhead;
  readonly events: StationEvents;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
}

/** The job that plans on as time passes and as the library changes. The first change after a pause is planned at once. */
export class KeepPlaylogAhead {
  readonly #to: KeepPlaylogAheadDependencies;
  #stops: readonly (() => void)[] = [];
  #pause: (() => void) | null = null;
  #isPlanning = false;
  #hasChanged = false;

  constructor(dependencies: KeepPlaylogAheadDependencies) {
    this.#to = dependencies;
  }

  /** Plans once, then keeps at it. @throws when the first plan can't be made. */
  readonly start = async (): Promise<void> => {
    const { planAhead, events, timers } = this.#to;
    const unsubscribe = events.subscribe((event) => {
      if (event.type === 'library-changed') this.#libraryChanged();
    });
    this.#stops = [unsubscribe, timers.every(LOOK_EVERY_MS, this.#topUp)];
    await planAhead.run();
  };

  /** Stops planning, and waits for what is under way. */
  readonly stop = async (): Promise<void> => {
    for (const stop of this.#stops) stop();
    this.#pause?.();
    this.#stops = [];
    this.#pause = null;
    await this.#to.planAhead.settled();
  };

  #libraryChanged(): void {
    if (this.#isPlanning || this.#pause !== null) {
      this.#hasChanged = true;
      return;
    }
    this.#planForLibrary().catch(this.#failed);
  }

  async #planForLibrary(): Promise<void> {
    const { planAhead, timers, clock } = this.#to;
    const began = clock.now();
    this.#isPlanning = true;
    try {
      await planAhead.run();
    } finally {
      this.#isPlanning = false;
      const took = Math.max(0, clock.now() - began);
      if (this.#stops.length > 0) this.#pause = timers.after(milliseconds(Math.max(LEAST_PAUSE_MS, PAUSE_TO_PLAN * took)), this.#pauseOver);
    }
  }

  readonly #pauseOver = (): void => {
    this.#pause = null;
    if (!this.#hasChanged) return;
    this.#hasChanged = false;
    this.#libraryChanged();
  };

  readonly #topUp = (): void => void this.#to.planAhead.topUp().catch(this.#failed);

  readonly #failed = (error: unknown): void => this.#to.log.error('The playlog could not be planned', { error });
}
