import type { User } from '../../domain/users/index.ts';

/** The users of the station. */
export interface UserRepository {
  readonly isEmpty: () => Promise<boolean>;
  /** By name, compared in its canonical form. */
  readonly findByUsername: (username: string) => Promise<User | null>;
  /** @throws when the name is taken. */
  readonly add: (user: User) => Promise<void>;
}
