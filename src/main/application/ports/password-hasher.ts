/** Turns passwords into something that can be checked but not read. Slow on purpose. */
export interface PasswordHasher {
  /** A text that holds all that `matches` needs. Two hashes of one password differ. */
  hash(password: string): Promise<string>;
  /** Whether `password` is the one that `hash` was made from. Takes the same time either way. */
  matches(password: string, hash: string): Promise<boolean>;
}
