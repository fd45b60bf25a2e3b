import type { Clock } from '../ports/clock.ts';
import type { TokenMaker } from '../ports/token-maker.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Identity } from './identity.ts';

/**
 * Tells whom a token stands for. Tokens that were seen before are known without the database, so that an operator who is signed in
 * can still reach the air while the database is busy or gone.
 */
export class Sessions {
  readonly #unitOfWork: UnitOfWork;
  readonly #tokens: TokenMaker;
  readonly #clock: Clock;
  readonly #seen = new Map<string, Identity>();

  constructor(unitOfWork: UnitOfWork, tokens: TokenMaker, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#tokens = tokens;
    this.#clock = clock;
  }

  /** Whom `token` stands for; null when it is unknown, ended or expired. */
  async identify(token: string): Promise<Identity | null> {
    const tokenHash = this.#tokens.hash(token);
    const identity = this.#seen.get(tokenHash) ?? (await this.#find(tokenHash));
    if (identity === null) return null;
    if (identity.expiresAt > this.#clock.now()) return identity;
    this.#seen.delete(tokenHash);
    return null;
  }

  /** Ends a session; its token is worth nothing afterwards. */
  async end(tokenHash: string): Promise<void> {
    this.#seen.delete(tokenHash);
    await this.#unitOfWork.run(({ sessions }) => sessions.remove(tokenHash));
    // A look-up that was under way while the session ended may have brought it back.
    this.#seen.delete(tokenHash);
  }

  async #find(tokenHash: string): Promise<Identity | null> {
    const found = await this.#unitOfWork.run(({ sessions }) => sessions.findByTokenHash(tokenHash));
    if (found === null) return null;
    const { user, session } = found;
    const identity = { username: user.username, role: user.role, expiresAt: session.expiresAt, tokenHash };
    this.#forgetExpired();
    this.#seen.set(tokenHash, identity);
    return identity;
  }

  #forgetExpired(): void {
    const now = this.#clock.now();
    for (const [tokenHash, identity] of this.#seen) if (identity.expiresAt <= now) this.#seen.delete(tokenHash);
  }
}
