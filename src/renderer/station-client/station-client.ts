import { createORPCClient, DynamicLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { stationContract } from '../../shared/contract/index.ts';
import type { StationLink, StationTransport } from './station-transport.ts';

/** Every call of the station's contract, typed; a refused call rejects (see `refusalOf`). */
export type StationCalls = ContractRouterClient<typeof stationContract>;

/** The console's way to the station. `calls` stays the same object for the life of the console, whatever link is below it. */
export interface StationClient {
  readonly calls: StationCalls;
  /** Opens a new link for the calls that follow, after the old one was lost. */
  readonly reconnect: () => void;
}

/** Makes the client; the first link is opened at once. */
export function createStationClient(transport: StationTransport): StationClient {
  let link: StationLink = transport.open();
  const calls = createORPCClient<StationCalls>(new DynamicLink(() => link.rpc));
  const reconnect = () => {
    link.close();
    link = transport.open();
  };
  return { calls, reconnect };
}
