import type { Kysely, Selectable } from 'kysely';
import { roleSchema } from '../../../shared/contract/call.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import type { UserRepository } from '../../application/ports/user-repository.ts';
import { canonicalUsername, type User } from '../../domain/users/index.ts';
import type { StationDatabase } from './station-schema.ts';
import type { UsersTable } from './tables/user-tables.ts';

/** The users in SQLite. */
export class SqliteUserRepository implements UserRepository {
  readonly #kysely: Kysely<StationDatabase>;

  constructor(kysely: Kysely<StationDatabase>) {
    this.#kysely = kysely;
  }

  async isEmpty(): Promise<boolean> {
    const anyone = await this.#kysely.selectFrom('users').select('id').limit(1).executeTakeFirst();
    return anyone === undefined;
  }

  async findByUsername(username: string): Promise<User | null> {
    const canonical = canonicalUsername(username);
    const row = await this.#kysely.selectFrom('users').selectAll().where('username_canonical', '=', canonical).executeTakeFirst();
    return row === undefined ? null : userFromRow(row);
  }

  async add(user: User): Promise<void> {
    await this.#kysely
      .insertInto('users')
      .values({
        id: user.id,
        username: user.username,
        username_canonical: canonicalUsername(user.username),
        role: user.role,
        password_hash: user.passwordHash,
        created_at_ms: user.createdAt,
      })
      .execute();
  }
}

/** A user as the domain knows it. */
export function userFromRow(row: Selectable<UsersTable>): User {
  return {
    id: row.id,
    username: row.username,
    role: roleSchema.parse(row.role),
    passwordHash: row.password_hash,
    createdAt: milliseconds(row.created_at_ms),
  };
}
