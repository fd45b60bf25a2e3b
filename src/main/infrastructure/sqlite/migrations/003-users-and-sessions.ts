import type { Migration } from '../migrate.ts';

/** Who may sign in, and who has. */
export const usersAndSessions: Migration = {
  version: 3,
  name: 'users-and-sessions',
  sql: `
    CREATE TABLE users (
      id TEXT NOT NULL PRIMARY KEY,
      username TEXT NOT NULL,
      username_canonical TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('viewer', 'operator', 'scheduler', 'admin')),
      password_hash TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE sessions (
      token_hash TEXT NOT NULL PRIMARY KEY,
      user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
      created_at_ms INTEGER NOT NULL,
      expires_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX sessions_by_expiry ON sessions (expires_at_ms);
    CREATE INDEX sessions_by_user ON sessions (user_id);
  `,
};
