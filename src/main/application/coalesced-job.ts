/**
 * A job that is asked for more often than it is worth doing: while one run is under way, all further askers share the one run after it.
 * Every asker gets a run that began after it asked.
 */
export class CoalescedJob<T> {
  readonly #job: () => Promise<T>;
  #running: Promise<T> | null = null;
  #queued: Promise<T> | null = null;

  constructor(job: () => Promise<T>) {
    this.#job = job;
  }

  readonly run = (): Promise<T> => {
    if (this.#running === null) return this.#start();
    this.#queued ??= this.#running.then(this.#next, this.#next);
    return this.#queued;
  };

  /** Waits until no run is under way. Whether the last one failed is its askers' business. */
  readonly settled = async (): Promise<void> => {
    while (this.#running !== null || this.#queued !== null) await Promise.allSettled([this.#running, this.#queued]);
  };

  readonly #next = (): Promise<T> => {
    this.#queued = null;
    return this.#start();
  };

  #start(): Promise<T> {
    const run = this.#job().finally(() => {
      if (this.#running === run) this.#running = null;
    });
    this.#running = run;
    return run;
  }
}
