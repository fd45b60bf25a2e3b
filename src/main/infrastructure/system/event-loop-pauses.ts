import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pauses } from '../../application/ports/pauses.ts';

/** Long enough to get on, short enough for a window at 60 frames a second. */
const LONGEST_MS = 8;

/** Pauses of the process's event loop. */
export class EventLoopPauses implements Pauses {
  #since = performance.now();

  readonly isDue = (): boolean => performance.now() - this.#since > LONGEST_MS;

  readonly take = async (): Promise<void> => {
    await nextTurn();
    this.#since = performance.now();
  };
}
