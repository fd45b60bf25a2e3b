import { z } from 'zod';

/**
 * The codes of everything that can be refused or go wrong at a call, with the HTTP status each one travels under.
 * The wording for people is the renderer's; `message` is English for developers and logs.
 */
export const FAILURE_STATUS = {
  BAD_INPUT: 400,
  NOT_SIGNED_IN: 401,
  ROLE_TOO_LOW: 403,
  HOST_NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  STALE_REVISION: 409,
  LOCKED: 409,
  MAY_NOT_AIR: 409,
  NOTHING_TO_TAKE: 409,
  NOT_CUED: 409,
  NOT_OVERRIDDEN: 409,
  TOO_LARGE: 413,
  TOO_MANY_TRIES: 429,
  INTERNAL: 500,
  ENGINE_UNREACHABLE: 503,
} as const;

export type FailureCode = keyof typeof FAILURE_STATUS;

/** The body of every answer that is not a success. `field` names the input at fault where there is one. */
export const failureSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }),
});
