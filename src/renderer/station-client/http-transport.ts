import { RPCLink } from '@orpc/client/fetch';
import { bearerOf } from './sign-in-token.ts';
import type { StationTransport } from './station-transport.ts';

/** Links over HTTP to `/rpc` on the origin that served the console. */
export function createHttpTransport(origin: string, readToken: () => string | null): StationTransport {
  return {
    open: () => {
      const ended = new AbortController();
      const rpc = new RPCLink({
        url: `${origin}/rpc`,
        headers: () => bearerOf(readToken()),
        fetch: (request, init) => fetch(request, { ...init, signal: AbortSignal.any([request.signal, ended.signal]) }),
      });
      return { rpc, close: () => ended.abort() };
    },
  };
}
