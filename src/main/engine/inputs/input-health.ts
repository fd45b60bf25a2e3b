import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** A silence longer than this is trouble: the source is not stable. */
const LONGEST_SILENCE_MS = 1000;
/** What the bitrate is measured over. */
const MEASURED_MS = 5000;

/** How a source has come of late. */
export interface Health {
  /** Whether something came in the last second. */
  readonly isHeard: boolean;
  /** Kilobits a second over the last five seconds. */
  readonly bitrateKbps: number;
  /** Since it came, or since its last silence of more than a second; 0 during one. */
  readonly secondsStable: number;
}

/** Follows how well a source comes. Any clock will do that never steps. */
export class InputHealth {
  readonly #arrivals: { readonly at: Milliseconds; readonly bytes: number }[] = [];
  #stableSince: Milliseconds | null = null;
  #heardAt = milliseconds(Number.NEGATIVE_INFINITY);

  /** When something was last heard. */
  get heardAt(): Milliseconds {
    return this.#heardAt;
  }

  heard(bytes: number, now: Milliseconds): void {
    if (this.#stableSince === null || now - this.#heardAt > LONGEST_SILENCE_MS) this.#stableSince = now;
    this.#heardAt = now;
    this.#arrivals.push({ at: now, bytes });
    this.#forgetOld(now);
  }

  /** The source is gone: the next one begins anew. */
  gone(): void {
    this.#stableSince = null;
    this.#arrivals.length = 0;
    this.#heardAt = milliseconds(Number.NEGATIVE_INFINITY);
  }

  at(now: Milliseconds): Health {
    this.#forgetOld(now);
    const isHeard = now - this.#heardAt <= LONGEST_SILENCE_MS;
    const bytes = this.#arrivals.reduce((sum, arrival) => sum + arrival.bytes, 0);
    const secondsStable = isHeard && this.#stableSince !== null ? Math.floor((now - this.#stableSince) / 1000) : 0;
    return { isHeard, bitrateKbps: Math.round((bytes * 8) / MEASURED_MS), secondsStable };
  }

  #forgetOld(now: Milliseconds): void {
    const from = now - MEASURED_MS;
    const kept = this.#arrivals.findIndex(({ at }) => at >= from);
    this.#arrivals.splice(0, kept < 0 ? this.#arrivals.length : kept);
  }
}
