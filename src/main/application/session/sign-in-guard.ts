import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import {
  ADDRESS_RULE,
  canonicalUsername,
  isOver,
  NAME_AT_ADDRESS_RULE,
  type ThrottleRule,
  type TryRecord,
  waitBeforeTry,
  withTry,
} from '../../domain/users/index.ts';

/** More keys than a station ever sees, and few enough to hold: a flood of made-up names must not fill the memory. */
const MOST_KEYS = 10_000;

/**
 * Remembers who tried to sign in from where. A try counts from the moment it is made, before the password is checked, so that many
 * at once are no way around it.
 */
export class SignInGuard {
  readonly #byNameAtAddress = new Map<string, TryRecord>();
  readonly #byAddress = new Map<string, TryRecord>();

  /** Counts a try, unless there have been too many: then how long to wait before the next one. 0 when the try may go on. */
  admit(username: string, address: string, now: Milliseconds): Milliseconds {
    const nameKey = nameAtAddress(username, address);
    const wait = Math.max(
      waitBeforeTry(this.#byNameAtAddress.get(nameKey) ?? null, NAME_AT_ADDRESS_RULE, now),
      waitBeforeTry(this.#byAddress.get(address) ?? null, ADDRESS_RULE, now),
    );
    if (wait > 0) return milliseconds(wait);
    count(this.#byNameAtAddress, nameKey, NAME_AT_ADDRESS_RULE, now);
    count(this.#byAddress, address, ADDRESS_RULE, now);
    return milliseconds(0);
  }

  /** The try led to a session: what was held against that name and address is forgotten. */
  forgive(username: string, address: string): void {
    this.#byNameAtAddress.delete(nameAtAddress(username, address));
    this.#byAddress.delete(address);
  }
}

function nameAtAddress(username: string, address: string): string {
  return `${address} ${canonicalUsername(username)}`;
}

function count(records: Map<string, TryRecord>, key: string, rule: ThrottleRule, now: Milliseconds): void {
  const record = withTry(records.get(key) ?? null, rule, now);
  records.delete(key);
  if (records.size >= MOST_KEYS) makeRoom(records, rule, now);
  records.set(key, record);
}

/** Drops what is over, and the oldest when nothing is. */
function makeRoom(records: Map<string, TryRecord>, rule: ThrottleRule, now: Milliseconds): void {
  for (const [key, record] of records) if (isOver(record, rule, now)) records.delete(key);
  const [oldest] = records.keys();
  if (records.size >= MOST_KEYS && oldest !== undefined) records.delete(oldest);
}
