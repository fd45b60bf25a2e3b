import { create } from 'zustand';
import { ROLES, type Role, type Session } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, type SignInToken, type StationCalls } from '../../station-client/index.ts';

/** Who is signed in. `unknown`: the station has not been asked, or does not answer yet. */
export type SessionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'signed-out'; readonly refusal: RefusalCode | null; readonly isTrying: boolean }
  | { readonly state: 'signed-in'; readonly session: Session };

interface SessionStore {
  readonly session: SessionState;
  /** Asks the station who is signed in; a station that can't be reached leaves things as they are. */
  readonly ask: (calls: StationCalls, token: SignInToken) => Promise<void>;
  readonly signIn: (calls: StationCalls, token: SignInToken, username: string, password: string) => Promise<void>;
  readonly signOut: (calls: StationCalls, token: SignInToken) => Promise<void>;
}

const SIGNED_OUT: SessionState = { state: 'signed-out', refusal: null, isTrying: false };

/** Who is at the console. */
export const useSessionStore = create<SessionStore>((set, get) => ({
  session: { state: 'unknown' },
  ask: async (calls, token) => {
    try {
      set({ session: { state: 'signed-in', session: await calls.session.current() } });
    } catch (error) {
      if (refusalOf(error) !== 'NOT_SIGNED_IN') return;
      token.forget();
      set({ session: SIGNED_OUT });
    }
  },
  signIn: async (calls, token, username, password) => {
    set({ session: { ...SIGNED_OUT, isTrying: true } });
    try {
      const signedIn = await calls.session.signIn({ username, password });
      token.keep(signedIn.token);
      await get().ask(calls, token);
    } catch (error) {
      set({ session: { ...SIGNED_OUT, refusal: refusalOf(error) } });
    }
  },
  signOut: async (calls, token) => {
    try {
      await calls.session.signOut({});
    } finally {
      token.forget();
      set({ session: SIGNED_OUT });
    }
  },
}));

/** Whether whoever is signed in has at least a role. */
export function hasRole(session: SessionState, least: Role): boolean {
  return session.state === 'signed-in' && ROLES.indexOf(session.session.role) >= ROLES.indexOf(least);
}
