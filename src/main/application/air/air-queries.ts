import type { Air, Landings } from '../../../shared/contract/air.ts';
import { frameDueAt, milliseconds } from '../../../shared/time/index.ts';
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

  /** Where each way back from what stands over the schedule would land now. */
  readonly landings = (): Landings => {
    const override = this.#engine.lastStatus()?.status.override ?? null;
    const items = (override?.landings ?? []).map(({ policy, item, offsetFrames }) => ({
      policy,
      itemId: item?.id ?? null,
      title: item?.title ?? null,
      startsAt: item === null ? null : new Date(Math.round(frameDueAt(item.startFrame, this.#channel.rate))).toISOString(),
      durationFrames: item?.durationFrames ?? null,
      offsetFrames,
    }));
    return { items };
  };
}
