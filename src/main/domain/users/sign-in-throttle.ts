import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';

/** The tries under one key (a name at an address, or an address) that did not lead to a session. */
export interface TryRecord {
  readonly count: number;
  /** When the try that opened the present window was made. */
  readonly since: Milliseconds;
}

/** How many tries are allowed in how long. */
export interface ThrottleRule {
  readonly tries: number;
  readonly window: Milliseconds;
}

/** For one name from one address: five wrong passwords, then a wait for the rest of the quarter of an hour. */
export const NAME_AT_ADDRESS_RULE: ThrottleRule = { tries: 5, window: milliseconds(15 * 60_000) };

/** For one address whatever the names, so that a list of names can't be tried with one password each. */
export const ADDRESS_RULE: ThrottleRule = { tries: 30, window: milliseconds(15 * 60_000) };

/** How long somebody has to wait before the next try, 0 when they may try now. */
export function waitBeforeTry(record: TryRecord | null, rule: ThrottleRule, now: Milliseconds): Milliseconds {
  if (record === null || isOver(record, rule, now) || record.count < rule.tries) return milliseconds(0);
  return milliseconds(record.since + rule.window - now);
}

/** The record after one more try. */
export function withTry(record: TryRecord | null, rule: ThrottleRule, now: Milliseconds): TryRecord {
  if (record === null || isOver(record, rule, now)) return { count: 1, since: now };
  return { count: record.count + 1, since: record.since };
}

/** Whether the window of a record has passed, so that it need not be kept. A clock that was set back ends it too. */
export function isOver(record: TryRecord, rule: ThrottleRule, now: Milliseconds): boolean {
  return now >= record.since + rule.window || now < record.since;
}
