import type { Milliseconds } from '../../../shared/time/index.ts';
import type { Timers } from '../../application/ports/timers.ts';

/** The process's own timers. */
export class SystemTimers implements Timers {
  readonly every = (interval: Milliseconds, job: () => void): (() => void) => {
    const timer = setInterval(job, interval);
    return () => clearInterval(timer);
  };

  readonly after = (delay: Milliseconds, job: () => void): (() => void) => {
    const timer = setTimeout(job, delay);
    return () => clearTimeout(timer);
  };
}
