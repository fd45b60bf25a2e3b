import { powerSaveBlocker } from 'electron';

/** Keeps the machine and its display awake while the channel is on air. */
export class WakeKeeper {
  #blocker: number | null = null;

  /** Holds the machine awake, or lets it go. */
  keepAwake(isOnAir: boolean): void {
    if (isOnAir) this.#blocker ??= powerSaveBlocker.start('prevent-display-sleep');
    else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}
