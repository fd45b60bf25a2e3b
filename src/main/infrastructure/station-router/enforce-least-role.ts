import type { CallMeta } from '../../../shared/contract/call.ts';
import { roleAllows } from '../../domain/users/index.ts';
import type { CallContext } from './call-context.ts';
import { stationFailure } from './station-failure.ts';

/**
 * Lets a call through when its caller may make it.
 * @throws a failure, NOT_SIGNED_IN or ROLE_TOO_LOW
 */
export function enforceLeastRole({ leastRole }: CallMeta, { identity }: CallContext): void {
  if (leastRole === 'nobody') return;
  if (identity === null) throw stationFailure('NOT_SIGNED_IN', 'Sign in first: POST /api/session, then Authorization: Bearer <token>', {});
  if (!roleAllows(identity.role, leastRole)) {
    throw stationFailure('ROLE_TOO_LOW', `This call needs the role ${leastRole}; ${identity.username} is ${identity.role}`, {});
  }
}
