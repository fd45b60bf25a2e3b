/**
 * Signing in and out, and who a caller is.
 *
 * - A token is shown once, to the client it was made for; only its hash is kept.
 * - Guesses are slowed down by name and address together, and by address alone.
 * - A session ends when it is ended or when it expires, never because the station was restarted.
 */
export * from './identity.ts';
export * from './make-first-admin.ts';
export * from './sessions.ts';
export * from './sign-in.ts';
export * from './sign-in-guard.ts';
