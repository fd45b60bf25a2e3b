import { RPCLink } from '@orpc/client/message-port';
import { CONNECT_TO_STATION } from '../../shared/contract/index.ts';
import { bearerOf } from './sign-in-token.ts';
import type { StationTransport } from './station-transport.ts';

/**
 * Links over message ports: the console makes a channel, and posts one end to its own window, from where the preload hands it to the
 * station.
 */
export function createDesktopTransport(page: Window, readToken: () => string | null): StationTransport {
  return {
    open: () => {
      const channel = new MessageChannel();
      const rpc = new RPCLink({ port: channel.port1, headers: () => bearerOf(readToken()) });
      channel.port1.start();
      page.postMessage(CONNECT_TO_STATION, '*', [channel.port2]);
      return { rpc, close: () => channel.port1.close() };
    },
  };
}
