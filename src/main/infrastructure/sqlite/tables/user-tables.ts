/** `users`: one row for everybody who may sign in. */
export interface UsersTable {
  readonly id: string;
  readonly username: string;
  /** The name as it is compared. */
  readonly username_canonical: string;
  readonly role: string;
  readonly password_hash: string;
  readonly created_at_ms: number;
}

/** `sessions`: one row a sign-in that was not ended. */
export interface SessionsTable {
  readonly token_hash: string;
  readonly user_id: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
}

/** The users' tables by name. */
export interface UserTables {
  readonly users: UsersTable;
  readonly sessions: SessionsTable;
}
