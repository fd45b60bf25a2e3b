/** Wakes whoever waits for something to change. Nothing is allocated while nobody waits. */
export class Signal {
  #pending: Promise<void> | null = null;
  #wake: (() => void) | null = null;

  /** Settles at the next `notify`. */
  next(): Promise<void> {
    this.#pending ??= new Promise((resolve) => {
      this.#wake = resolve;
    });
    return this.#pending;
  }

  notify(): void {
    this.#wake?.();
    this.#wake = null;
    this.#pending = null;
  }
}
