import type { Role } from '../../../shared/contract/call.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** Somebody who may sign in. Names are unique without regard to case. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  /** As the password hasher wrote it: algorithm, cost, salt and hash in one text. */
  readonly passwordHash: string;
  readonly createdAt: Milliseconds;
}

/** One sign-in of a user, until it is ended or expires. */
export interface UserSession {
  /** SHA-256 (hex) of the token that the client holds. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly createdAt: Milliseconds;
  readonly expiresAt: Milliseconds;
}

/** The form under which names are compared, so that `Admin` and `admin ` are one user. */
export function canonicalUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}
