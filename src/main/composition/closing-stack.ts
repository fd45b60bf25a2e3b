import type { Log } from '../application/ports/log.ts';

/** What has to be undone when the station stops, the latest first. One that fails does not keep the others from being undone. */
export class ClosingStack {
  readonly #log: Log;
  readonly #closings: { readonly name: string; readonly close: () => Promise<void> | void }[] = [];

  constructor(log: Log) {
    this.#log = log;
  }

  add(name: string, close: () => Promise<void> | void): void {
    this.#closings.push({ name, close });
  }

  async closeAll(): Promise<void> {
    for (let closing = this.#closings.pop(); closing; closing = this.#closings.pop()) {
      try {
        await closing.close();
      } catch (error) {
        this.#log.error('A part of the station did not stop well', { part: closing.name, error });
      }
    }
  }
}
