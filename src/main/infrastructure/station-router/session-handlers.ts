import type { Session } from '../../../shared/contract/session.ts';
import type { Sessions, SignIn } from '../../application/session/index.ts';
import { stationFailure } from './station-failure.ts';
import type { StationImplementer } from './station-implementer.ts';

/** Signing in and out. */
export interface SessionServices {
  readonly signIn: SignIn;
  readonly sessions: Sessions;
}

/** The calls of the session contract. */
export function sessionHandlers({ session }: StationImplementer, { signIn, sessions }: SessionServices) {
  return {
    signIn: session.signIn.handler(async ({ input, context }) => {
      const result = await signIn.run(input.username, input.password, context.address);
      if (result.ok) return { token: result.token, role: result.role, expiry: new Date(result.expiresAt).toISOString() };
      const detail = result.code === 'TOO_MANY_TRIES' ? { retryAfterSeconds: Math.ceil(result.wait / 1000) } : {};
      throw stationFailure(result.code, result.message, detail);
    }),
    current: session.current.handler(({ context: { identity } }): Session => {
      if (identity === null) throw stationFailure('NOT_SIGNED_IN', 'Sign in first', {});
      return { username: identity.username, role: identity.role, expiresAt: new Date(identity.expiresAt).toISOString() };
    }),
    signOut: session.signOut.handler(async ({ context: { identity } }) => {
      if (identity !== null && identity.tokenHash !== null) await sessions.end(identity.tokenHash);
      return {};
    }),
  };
}
