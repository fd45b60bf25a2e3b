import type { User } from '../../domain/users/index.ts';

/** The users of the station. */
export interface UserRepository {
  isEmpty(): Promise<boolean>;
  /** By name, compared in its canonical form. */
  findByUsername(username: string): Promise<User | null>;
  /** @throws when the name is taken. */
  add(user: User): Promise<void>;
}
