import { setTimeout as delay } from 'node:timers/promises';
import type { StationEvent } from '../../../shared/contract/events.ts';
import type { StationEvents } from '../../application/ports/station-events.ts';

/** The least time between two deliveries to one console: ten a second. */
const LEAST_GAP_MS = 100;
/** The least time between two deliveries of levels: a third of the others', which is no less than 25 a second. */
const METERS_GAP_MS = 34;

/**
 * Hands what happens in the station to its parts at once, and to consoles at their own speed: a slow console loses old events, never new ones.
 * Of each kind only the latest waits for it, so that it can neither hold up the station nor fill its memory.
 */
export class StationEventFeed implements StationEvents {
  readonly #subscribers = new Set<(event: StationEvent) => void>();
  readonly #streams = new Set<LatestEvents>();
  #isClosed = false;

  readonly publish = (event: StationEvent): void => {
    for (const subscriber of this.#subscribers) subscriber(event);
  };

  readonly isWatched = (): boolean => this.#streams.size > 0;

  readonly subscribe = (subscriber: (event: StationEvent) => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => void this.#subscribers.delete(subscriber);
  };

  /** What happens from now on, after `first`, until the console goes (`signal`) or the feed closes. */
  async *listen(signal: AbortSignal | undefined, first: readonly StationEvent[]): AsyncGenerator<StationEvent, void, void> {
    if (this.#isClosed || signal?.aborted) return;
    const latest = new LatestEvents();
    for (const event of first) latest.offer(event);
    const leave = () => latest.end();
    const unsubscribe = this.subscribe((event) => latest.offer(event));
    this.#streams.add(latest);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      yield* latest.events();
    } finally {
      signal?.removeEventListener('abort', leave);
      unsubscribe();
      this.#streams.delete(latest);
    }
  }

  /** Ends every console's stream; later ones end at once. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.end();
  }
}

class LatestEvents {
  readonly #waiting = new Map<string, StationEvent>();
  readonly #ending = new AbortController();
  #wake: (() => void) | null = null;

  offer(event: StationEvent): void {
    const key = keyOf(event);
    this.#waiting.delete(key);
    this.#waiting.set(key, event);
    this.#wake?.();
  }

  end(): void {
    this.#ending.abort();
    this.#wake?.();
  }

  async *events(): AsyncGenerator<StationEvent, void, void> {
    let deliveredAt = Number.NEGATIVE_INFINITY;
    while (await this.#somethingWaits()) {
      const isAllDue = performance.now() - deliveredAt >= LEAST_GAP_MS;
      if (isAllDue) deliveredAt = performance.now();
      yield* this.#takeDue(isAllDue);
      await this.#pause();
    }
  }

  /** Takes what waits: everything, or levels alone. */
  #takeDue(isAllDue: boolean): readonly StationEvent[] {
    const due = [...this.#waiting].filter(([, { type }]) => isAllDue || type === 'meters');
    for (const [key] of due) this.#waiting.delete(key);
    return due.map(([, event]) => event);
  }

  /** False when the stream has ended. */
  async #somethingWaits(): Promise<boolean> {
    while (this.#waiting.size === 0 && !this.#ending.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return !this.#ending.signal.aborted;
  }

  async #pause(): Promise<void> {
    try {
      await delay(METERS_GAP_MS, undefined, { signal: this.#ending.signal });
    } catch (error) {
      if (!this.#ending.signal.aborted) throw error;
    }
  }
}

/** Of the events of one key only the latest counts. */
function keyOf(event: StationEvent): string {
  if (event.type === 'import-progress') return `${event.type} ${event.import.id}`;
  return event.type === 'alarm' ? `${event.type} ${event.alarm.id}` : event.type;
}
