import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

const LONGEST_SECONDS = 30;
/** What ran this long has recovered: its next trouble starts with the shortest pause again. */
const RECOVERED_AFTER_MS = 60_000;

/** How long something that fails is left alone: 1, 2, 4 ... 30 seconds, and 1 again once it ran well for a minute. Any clock will do. */
export class BackOff {
  #failures = 0;
  #startedAt: Milliseconds | null = null;
  #endsAt = milliseconds(Number.NEGATIVE_INFINITY);

  /** Failures since it last ran well. */
  get failures(): number {
    return this.#failures;
  }

  /** Says that it runs, from now on. */
  started(now: Milliseconds): void {
    this.#startedAt = now;
  }

  /** Says that it failed, while it ran or before it even did. */
  failed(now: Milliseconds): void {
    const ranMs = this.#startedAt === null ? 0 : now - this.#startedAt;
    this.#failures = ranMs >= RECOVERED_AFTER_MS ? 1 : this.#failures + 1;
    this.#startedAt = null;
    this.#endsAt = milliseconds(now + 1000 * Math.min(2 ** (this.#failures - 1), LONGEST_SECONDS));
  }

  /** How long it is still to be left alone; 0 when it may be tried. */
  remainingAt(now: Milliseconds): Milliseconds {
    return milliseconds(Math.max(0, this.#endsAt - now));
  }
}
