import type { Role } from '../../../shared/contract/call.ts';
import type { Milliseconds } from '../../../shared/time/index.ts';

/** Who makes a call: somebody who signed in, or the trusted desktop. */
export interface Identity {
  readonly username: string;
  readonly role: Role;
  readonly expiresAt: Milliseconds;
  /** What the session is kept under; null for the desktop, which has none. */
  readonly tokenHash: string | null;
}
