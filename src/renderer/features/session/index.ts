/**
 * Who is at the console.
 *
 * - The station decides what each role may do; the console only leaves out what it knows to be refused.
 * - A token lives as long as the window, and is forgotten the moment the station does not accept it.
 */
export { denied, RoleGate, useDenial } from './role-gate.tsx';
export { hasRole, useSessionStore } from './session-store.ts';
export { SignInForm, SignOutButton } from './sign-in-form.tsx';
