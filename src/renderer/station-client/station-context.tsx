import { createContext, useContext } from 'react';
import type { DesktopBridge } from '../../shared/contract/index.ts';
import type { SignInToken } from './sign-in-token.ts';
import type { StationClient } from './station-client.ts';

/** What every part of the console reaches the world through. */
export interface Station {
  readonly client: StationClient;
  readonly token: SignInToken;
  /** null in a browser. */
  readonly desktop: DesktopBridge | null;
}

const StationContext = createContext<Station | null>(null);

/** Gives the station to the components below. */
export const StationProvider = StationContext.Provider;

/** The station that this console belongs to. @throws Error outside of a `StationProvider`: a defect. */
export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('A component that needs the station stands outside of its provider');
  return station;
}
