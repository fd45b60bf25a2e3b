const STORAGE_KEY = 'perpetua.token';

/** Keeps the token of whoever is signed in, for as long as the window is open and no longer. */
export interface SignInToken {
  readonly read: () => string | null;
  readonly keep: (token: string) => void;
  readonly forget: () => void;
}

/** A token kept in the session storage of the page. */
export function createSignInToken(storage: Storage): SignInToken {
  return {
    read: () => storage.getItem(STORAGE_KEY),
    keep: (token) => storage.setItem(STORAGE_KEY, token),
    forget: () => storage.removeItem(STORAGE_KEY),
  };
}

/** The header that carries a token; none when nobody is signed in. */
export function bearerOf(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
