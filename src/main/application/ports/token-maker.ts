/** Makes secrets that nobody can guess, and what is kept of them. */
export interface TokenMaker {
  /** A fresh secret, safe in a header and a URL. */
  make(): string;
  /** What is kept in its place: SHA-256, hex. Tokens are long and random, so they need no slow hash. */
  hash(token: string): string;
}
