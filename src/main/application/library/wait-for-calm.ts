import { milliseconds } from '../../../shared/time/index.ts';
import type { AirStrain } from '../ports/air-strain.ts';
import type { Timers } from '../ports/timers.ts';

/** How often the air is looked at while something waits for it. */
const LOOK_EVERY = milliseconds(500);

/** A machine that is always late would never import anything: after so many looks the work goes on all the same. */
const MOST_LOOKS = 60;

/** What waiting works with. */
export interface WaitForCalmParts {
  readonly air: AirStrain;
  readonly timers: Pick<Timers, 'after'>;
}

/** Waits while the air has trouble keeping up, half a minute at most. @throws the signal's reason when it is stopped */
export async function waitForCalm({ air, timers }: WaitForCalmParts, signal: AbortSignal): Promise<void> {
  for (let looks = 0; air.isStrained() && looks < MOST_LOOKS; looks++) {
    signal.throwIfAborted();
    await new Promise<void>((resolve) => {
      const settle = () => {
        callOff();
        signal.removeEventListener('abort', settle);
        resolve();
      };
      const callOff = timers.after(LOOK_EVERY, settle);
      signal.addEventListener('abort', settle);
    });
  }
  signal.throwIfAborted();
}
