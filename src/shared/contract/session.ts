import { z } from 'zod';
import { call, roleSchema } from './call.ts';
import { instantSchema } from './quantities.ts';

/** Who is signed in, and as what. */
export const sessionSchema = z.object({ username: z.string(), role: roleSchema, expiresAt: instantSchema });
export type Session = z.infer<typeof sessionSchema>;

/** Signing in and out. Tokens travel as `Authorization: Bearer`; wrong passwords are throttled (429). */
export const sessionContract = {
  signIn: call
    .meta({ leastRole: 'nobody' })
    .route({ method: 'POST', path: '/api/session', tags: ['session'] })
    .input(z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) }))
    .output(z.object({ token: z.string(), role: roleSchema, expiry: instantSchema })),
  current: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'GET', path: '/api/session', tags: ['session'] })
    .output(sessionSchema),
  signOut: call
    .meta({ leastRole: 'viewer' })
    .route({ method: 'DELETE', path: '/api/session', tags: ['session'] })
    .output(z.object({})),
};
