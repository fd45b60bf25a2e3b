/**
 * Who may use the station. A user has a name, a role and the hash of a password; a session stands for one sign-in.
 *
 * - Neither a password nor a session's token is ever kept, only what they can be checked against.
 * - A role may do all that the roles before it may.
 * - Guessing is slowed down for each name and each address, right or wrong.
 */
export * from './role-allows.ts';
export * from './sign-in-throttle.ts';
export * from './user.ts';
