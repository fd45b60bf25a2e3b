import { ROLES, type Role } from '../../../shared/contract/call.ts';

/** Whether somebody with `role` may make a call that asks for at least `leastRole`. */
export function roleAllows(role: Role, leastRole: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(leastRole);
}
