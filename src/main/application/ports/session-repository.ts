import type { Milliseconds } from '../../../shared/time/index.ts';
import type { User, UserSession } from '../../domain/users/index.ts';

/** The sign-ins that are still good, and those that have expired and were not swept yet. */
export interface SessionRepository {
  add(session: UserSession): Promise<void>;
  /** The session that a token stands for, with its user, expired or not. */
  findByTokenHash(tokenHash: string): Promise<{ readonly session: UserSession; readonly user: User } | null>;
  remove(tokenHash: string): Promise<void>;
  removeExpired(now: Milliseconds): Promise<void>;
}
