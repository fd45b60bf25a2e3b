import type { Kysely } from 'kysely';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { SessionRepository } from '../../application/ports/session-repository.ts';
import type { User, UserSession } from '../../domain/users/index.ts';
import { userFromRow } from './sqlite-user-repository.ts';
import type { StationDatabase } from './station-schema.ts';

/** The sign-ins in SQLite, so that they outlive a restart of the station. */
export class SqliteSessionRepository implements SessionRepository {
  readonly #kysely: Kysely<StationDatabase>;

  constructor(kysely: Kysely<StationDatabase>) {
    this.#kysely = kysely;
  }

  async add(session: UserSession): Promise<void> {
    await this.#kysely
      .insertInto('sessions')
      .values({
        token_hash: session.tokenHash,
        user_id: session.userId,
        created_at_ms: session.createdAt,
        expires_at_ms: session.expiresAt,
      })
      .execute();
  }

  async findByTokenHash(tokenHash: string): Promise<{ readonly session: UserSession; readonly user: User } | null> {
    const row = await this.#kysely
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .selectAll('users')
      .select(['sessions.created_at_ms as signed_in_at_ms', 'sessions.expires_at_ms'])
      .where('sessions.token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (row === undefined) return null;
    const createdAt = milliseconds(row.signed_in_at_ms);
    const session = { tokenHash, userId: row.id, createdAt, expiresAt: milliseconds(row.expires_at_ms) };
    return { session, user: userFromRow(row) };
  }

  async remove(tokenHash: string): Promise<void> {
    await this.#kysely.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
  }

  async removeExpired(now: Milliseconds): Promise<void> {
    await this.#kysely.deleteFrom('sessions').where('expires_at_ms', '<=', now).execute();
  }
}
