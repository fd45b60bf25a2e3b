import { LogIn, LogOut } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { refusalWords, useStation } from '../../station-client/index.ts';
import { Button } from '../../ui/button.tsx';
import { StationMark } from '../../ui/station-mark.tsx';
import { type SessionState, useSessionStore } from './session-store.ts';
import './sign-in-form.css';

/** Asks for a name and a password. Shown in place of the console while nobody is signed in. */
export function SignInForm({ session }: { readonly session: SessionState & { readonly state: 'signed-out' } }) {
  const { client, token } = useStation();
  const signIn = useSessionStore((state) => state.signIn);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn(client.calls, token, username, password);
  };
  return (
    <main className="sign-in">
      <form className="sign-in-form" onSubmit={submit}>
        <StationMark size={40} />
        <h1>Perpetua</h1>
        <label>
          <span className="caption">Name</span>
          {/* biome-ignore lint/a11y/noAutofocus: the only thing to do on this page */}
          <input autoFocus autoComplete="username" value={username} onChange={(event) => setUsername(event.target.value)} />
        </label>
        <label>
          <span className="caption">Password</span>
          <input type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </label>
        {session.refusal && <p role="alert">{signInRefusalWords(session.refusal)}</p>}
        <SubmitButton isTrying={session.isTrying} />
      </form>
    </main>
  );
}

function SubmitButton({ isTrying }: { readonly isTrying: boolean }) {
  return (
    <button type="submit" className="button button-primary" disabled={isTrying}>
      <LogIn />
      {isTrying ? 'Signing in…' : 'Sign in'}
    </button>
  );
}

function signInRefusalWords(code: Parameters<typeof refusalWords>[0]): string {
  return code === 'NOT_SIGNED_IN' || code === 'BAD_INPUT' ? 'Name and password do not match.' : refusalWords(code);
}

/** Signs out; in the rail of a console in a browser. */
export function SignOutButton() {
  const { client, token } = useStation();
  const signOut = useSessionStore((state) => state.signOut);
  return (
    <Button tone="quiet" icon={<LogOut />} title="Sign out" aria-label="Sign out" onClick={() => void signOut(client.calls, token)}>
      {null}
    </Button>
  );
}
