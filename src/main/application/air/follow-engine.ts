import { milliseconds } from '../../../shared/time/index.ts';
import type { TakeInEvidence } from '../as-run/index.ts';
import type { Engine } from '../ports/engine.ts';
import type { Log } from '../ports/log.ts';
import type { StationEvents } from '../ports/station-events.ts';
import type { Timers } from '../ports/timers.ts';
import type { AirQueries } from './air-queries.ts';
import type { RundownFeeder } from './rundown-feeder.ts';

/** How often the engine is given the next hours although nothing has changed: its rundown moves on with the time. */
const FEED_EVERY_MS = milliseconds(5 * 60_000);

/** How often the engine is told that a console wants the levels, which it then sends for five seconds. */
const WATCH_METERS_EVERY_MS = milliseconds(3000);

/** What following the engine needs. */
export interface FollowEngineDependencies {
  readonly engine: Engine;
  readonly feeder: RundownFeeder;
  readonly takeInEvidence: TakeInEvidence;
  readonly air: AirQueries;
  readonly events: StationEvents;
  readonly timers: Timers;
  readonly log: Log;
}

/**
 * The job between main and the engine: evidence goes in as it is written, the playlog goes out as it changes, and the consoles hear what is
 * on air.
 */
export class FollowEngine {
  readonly #to: FollowEngineDependencies;
  #stops: readonly (() => void)[] = [];

  constructor(dependencies: FollowEngineDependencies) {
    this.#to = dependencies;
  }

  readonly start = (): void => {
    const { engine, events, timers } = this.#to;
    const stopListening = engine.listen({
      connected: this.#feed,
      disconnected: this.#tellAir,
      statusHeard: this.#tellAir,
      evidenceWritten: this.#takeIn,
      metersHeard: (meters) => events.publish({ type: 'meters', meters }),
      alarmHeard: (alarm) => events.publish({ type: 'alarm', alarm }),
    });
    const unsubscribe = events.subscribe((event) => {
      if (event.type === 'playlog-changed') this.#feed();
    });
    this.#stops = [
      stopListening,
      unsubscribe,
      timers.every(FEED_EVERY_MS, this.#feed),
      timers.every(WATCH_METERS_EVERY_MS, this.#watchMeters),
    ];
    if (engine.isConnected()) this.#feed();
  };

  /** Stops following, and waits for what is under way. */
  readonly stop = async (): Promise<void> => {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    await this.#to.feeder.settled();
    await this.#to.takeInEvidence.settled();
  };

  readonly #tellAir = (): void => this.#to.events.publish({ type: 'air', air: this.#to.air.get() });

  readonly #watchMeters = (): void => {
    const { engine, events } = this.#to;
    // An engine that can't be asked sends none, and is asked again.
    if (engine.isConnected() && events.isWatched()) void engine.call('watchMeters', {});
  };

  readonly #takeIn = (): void => {
    this.#to.takeInEvidence.run().then(
      (answer) => {
        if (!answer.ok) this.#to.log.warn('The evidence could not be read', { code: answer.code, message: answer.message });
      },
      (error: unknown) => this.#to.log.error('The evidence could not be taken in', { error }),
    );
  };

  readonly #feed = (): void => {
    if (!this.#to.engine.isConnected()) return;
    this.#to.feeder.run().then(
      (answer) => {
        if (!answer.ok) this.#to.log.warn('The engine could not be given its rundown', { code: answer.code, message: answer.message });
      },
      (error: unknown) => this.#to.log.error('The rundown could not be made', { error }),
    );
  };
}
