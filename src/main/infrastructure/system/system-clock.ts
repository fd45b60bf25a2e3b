import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Clock } from '../../application/ports/clock.ts';

/** The machine's own time of day. */
export class SystemClock implements Clock {
  now(): Milliseconds {
    return milliseconds(Date.now());
  }
}
