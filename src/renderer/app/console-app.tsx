import { useEffect } from 'react';
import { type CommandDesk, CommandProvider } from '../commands/index.ts';
import { SignInForm, useSessionStore } from '../features/session/index.ts';
import { type Station, StationProvider } from '../station-client/index.ts';
import { LoadingMessage } from '../ui/state-message.tsx';
import { ConsoleShell } from './console-shell.tsx';
import { useStationEvents } from './use-station-events.ts';

const ASK_EVERY_MS = 3000;

/** The console: signs in where that is asked for, hears the station, and shows it. */
export function ConsoleApp({ station, desk }: { readonly station: Station; readonly desk: CommandDesk }) {
  const session = useSessionStore((state) => state.session);
  useAskWhoIsSignedIn(station, session.state === 'unknown');
  useStationEvents(station, session.state === 'signed-in');
  return (
    <StationProvider value={station}>
      <CommandProvider value={desk}>
        {session.state === 'unknown' && <LoadingMessage what="the station" />}
        {session.state === 'signed-out' && <SignInForm session={session} />}
        {session.state === 'signed-in' && <ConsoleShell />}
      </CommandProvider>
    </StationProvider>
  );
}

/** Asks until the station answers: it may still be starting. */
function useAskWhoIsSignedIn(station: Station, isUnknown: boolean): void {
  const ask = useSessionStore((state) => state.ask);
  useEffect(() => {
    if (!isUnknown) return;
    void ask(station.client.calls, station.token);
    const timer = setInterval(() => {
      station.client.reconnect();
      void ask(station.client.calls, station.token);
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [station, isUnknown, ask]);
}
