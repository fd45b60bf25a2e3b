import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Who may do what, least first: each role may do all that those before it may. */
export const ROLES = ['viewer', 'operator', 'scheduler', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** What every call declares besides its schemas: the least role that may make it, or `nobody` for calls made before signing in. */
export interface CallMeta {
  readonly leastRole: Role | 'nobody';
}

/** The start of every call's declaration; admin unless it says less. */
export const call = oc.$meta<CallMeta>({ leastRole: 'admin' });
