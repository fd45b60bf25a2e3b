import { type Milliseconds, milliseconds } from '../../shared/time/index.ts';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;

/** How long to wait before try number `attempt` (0: the first after a loss). Doubles up to 5 s, so that a station that starts is found soon. */
export function backOff(attempt: number): Milliseconds {
  return milliseconds(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10)));
}
