import { setTimeout as delay } from 'node:timers/promises';
import type { StationEvent } from '../../../shared/contract/events.ts';

/** The least time between two deliveries to one listener: ten a second. */
const LEAST_GAP_MS = 100;

/**
 * Hands what happens in the station to whoever listens. A slow listener loses old events, never new ones: of each kind only the latest
 * waits for it, so that it can never hold up the station or fill its memory.
 */
export class StationEventFeed {
  readonly #listeners = new Set<Listener>();
  #isClosed = false;

  /** Tells every listener. */
  publish(event: StationEvent): void {
    for (const listener of this.#listeners) listener.offer(event);
  }

  /** What happens from now on, until the listener goes (`signal`) or the feed closes. */
  async *listen(signal: AbortSignal | undefined): AsyncGenerator<StationEvent, void, void> {
    if (this.#isClosed || signal?.aborted) return;
    const listener = new Listener();
    const leave = () => listener.end();
    this.#listeners.add(listener);
    signal?.addEventListener('abort', leave, { once: true });
    try {
      yield* listener.events();
    } finally {
      signal?.removeEventListener('abort', leave);
      this.#listeners.delete(listener);
    }
  }

  /** Ends every listener's stream; later ones end at once. */
  close(): void {
    this.#isClosed = true;
    for (const listener of this.#listeners) listener.end();
  }
}

class Listener {
  readonly #waiting = new Map<string, StationEvent>();
  readonly #ending = new AbortController();
  #wake: () => void = () => {};

  offer(event: StationEvent): void {
    const key = event.type === 'import-progress' ? `${event.type} ${event.import.id}` : event.type;
    this.#waiting.delete(key);
    this.#waiting.set(key, event);
    this.#wake();
  }

  end(): void {
    this.#ending.abort();
    this.#wake();
  }

  async *events(): AsyncGenerator<StationEvent, void, void> {
    while (await this.#somethingWaits()) {
      const events = [...this.#waiting.values()];
      this.#waiting.clear();
      yield* events;
      await this.#pause();
    }
  }

  /** False when the listener has ended. */
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
      await delay(LEAST_GAP_MS, undefined, { signal: this.#ending.signal });
    } catch (error) {
      if (!this.#ending.signal.aborted) throw error;
    }
  }
}
