import { milliseconds } from '../../../shared/time/index.ts';
import type { Clock } from '../../application/ports/clock.ts';
import type { Identity, Sessions } from '../../application/session/index.ts';
import type { CallContext } from './call-context.ts';

/** How long the desktop's trust is said to last; each call renews it. */
const DESKTOP_TRUST = milliseconds(12 * 60 * 60 * 1000);

/** Headers of a call, on either transport, by their names in lower case. */
export type CallHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Finds out who makes a call: whoever its bearer token (RFC 6750) stands for, else the trusted desktop, else nobody. */
export class CallerIdentifier {
  readonly #sessions: Sessions;
  readonly #clock: Clock;

  constructor(sessions: Sessions, clock: Clock) {
    this.#sessions = sessions;
    this.#clock = clock;
  }

  async identify(headers: CallHeaders, context: CallContext): Promise<Identity | null> {
    const token = bearerToken(headers);
    if (token !== null) return this.#sessions.identify(token);
    if (!context.isTrustedDesktop) return null;
    return { username: 'desktop', role: 'admin', expiresAt: milliseconds(this.#clock.now() + DESKTOP_TRUST), tokenHash: null };
  }
}

function bearerToken({ authorization }: CallHeaders): string | null {
  const match = typeof authorization === 'string' ? /^Bearer +([\w.~+/=-]{1,500}) *$/i.exec(authorization) : null;
  return match?.[1] ?? null;
}
