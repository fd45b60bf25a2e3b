import type { Air } from '../../../shared/contract/air.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import type { Channel } from '../channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Engine } from '../ports/engine.ts';

/** Tells what is on air, as the engine last said. */
export class AirQueries {
  readonly #engine: Engine;
  readonly #clock: Clock;
  readonly #channel: Channel;

  constructor(engine: Engine, clock: Clock, channel: Channel) {
    this.#engine = engine;
    this.#clock = clock;
    this.#channel = channel;
  }

  readonly get = (): Air => {
    const heard = this.#engine.lastStatus();
    return {
      isConnected: this.#engine.isConnected(),
      ageMs: milliseconds(heard === null ? 0 : Math.max(0, this.#clock.now() - heard.heardAt)),
      status: heard?.status ?? null,
      addresses: this.#engine.addresses(),
      channelName: this.#channel.name,
    };
  };
}
