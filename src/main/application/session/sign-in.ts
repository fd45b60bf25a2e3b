import type { Role } from '../../../shared/contract/call.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { User } from '../../domain/users/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import type { TokenMaker } from '../ports/token-maker.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { SignInGuard } from './sign-in-guard.ts';

/** How long a sign-in is good for: a working week's shifts need not type a password each morning, a lost token dies by itself. */
const SESSION_LENGTH = milliseconds(7 * 24 * 60 * 60 * 1000);

/** What signing in led to. Nothing tells whether it was the name or the password that was wrong. */
export type SignInResult =
  | { readonly ok: true; readonly token: string; readonly role: Role; readonly expiresAt: Milliseconds }
  | { readonly ok: false; readonly code: 'NOT_SIGNED_IN'; readonly message: string }
  | { readonly ok: false; readonly code: 'TOO_MANY_TRIES'; readonly message: string; readonly wait: Milliseconds };

/** Trades a name and a password for a token. */
export class SignIn {
  readonly #unitOfWork: UnitOfWork;
  readonly #hasher: PasswordHasher;
  readonly #tokens: TokenMaker;
  readonly #clock: Clock;
  readonly #guard: SignInGuard;

  constructor(unitOfWork: UnitOfWork, hasher: PasswordHasher, tokens: TokenMaker, clock: Clock, guard: SignInGuard) {
    this.#unitOfWork = unitOfWork;
    this.#hasher = hasher;
    this.#tokens = tokens;
    this.#clock = clock;
    this.#guard = guard;
  }

  /** @param address where the caller is, to slow down whoever guesses from there */
  async run(username: string, password: string, address: string): Promise<SignInResult> {
    const wait = this.#guard.admit(username, address, this.#clock.now());
    if (wait > 0) return { ok: false, code: 'TOO_MANY_TRIES', message: 'Too many wrong tries; wait before the next one', wait };
    const user = await this.#unitOfWork.run(({ users }) => users.findByUsername(username));
    if (!(await this.#isRight(user, password)) || user === null) {
      return { ok: false, code: 'NOT_SIGNED_IN', message: 'The name or the password is wrong' };
    }
    this.#guard.forgive(username, address);
    return this.#open(user);
  }

  /** Takes as long for a name that does not exist as for a wrong password, so that names can't be found out by the time it takes. */
  async #isRight(user: User | null, password: string): Promise<boolean> {
    if (user !== null) return this.#hasher.matches(password, user.passwordHash);
    await this.#hasher.hash(password);
    return false;
  }

  async #open(user: User): Promise<SignInResult> {
    const token = this.#tokens.make();
    const now = this.#clock.now();
    const expiresAt = milliseconds(now + SESSION_LENGTH);
    await this.#unitOfWork.run(async ({ sessions }) => {
      await sessions.removeExpired(now);
      await sessions.add({ tokenHash: this.#tokens.hash(token), userId: user.id, createdAt: now, expiresAt });
    });
    return { ok: true, token, role: user.role, expiresAt };
  }
}
