import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Producer } from '../producers/producer.ts';

/** How long sources take from being opened to having picture and sound. */
export class CueTimes {
  readonly #now: () => Milliseconds;
  #longest: Milliseconds | null = null;

  /** `now`: a clock that only goes forward. */
  constructor(now: () => Milliseconds) {
    this.#now = now;
  }

  /** Waits, in the background, until a source that was just opened is cued. One that fails, or is closed before, counts for nothing. */
  follow(producer: Producer): void {
    void this.#follow(producer);
  }

  /** The longest since this was last asked; null when nothing was cued. */
  take(): Milliseconds | null {
    const longest = this.#longest;
    this.#longest = null;
    return longest;
  }

  async #follow(producer: Producer): Promise<void> {
    const openedAt = this.#now();
    while (producer.state === 'waiting' || producer.state === 'opening') await producer.changed();
    if (producer.state !== 'cued') return;
    this.#longest = milliseconds(Math.max(this.#longest ?? 0, Math.round(this.#now() - openedAt)));
  }
}
