import type { IncomingMessage, ServerResponse } from 'node:http';
import { OpenAPIHandler } from '@orpc/openapi/node';
import { ORPCError, type Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/node';
import type { CallContext } from '../station-router/call-context.ts';
import type { CallHandling } from '../station-router/call-handling.ts';
import type { FailureDetail } from '../station-router/station-failure.ts';
import { translateFailure } from '../station-router/translate-failure.ts';

/** The contract on HTTP. Each answers true when the call was one of its own. */
export interface ApiHandlers {
  /** JSON for other software: the methods and paths of the contract. */
  readonly rest: (request: IncomingMessage, response: ServerResponse, context: CallContext) => Promise<boolean>;
  /** The same calls as the console makes them, under /rpc. */
  readonly rpc: (request: IncomingMessage, response: ServerResponse, context: CallContext) => Promise<boolean>;
}

interface HttpCallContext extends CallContext {
  readonly response: ServerResponse;
}

/** Mounts the station's router on HTTP, twice. */
// biome-ignore lint/suspicious/noExplicitAny: a router of any contract, as oRPC declares it.
export function apiHandlers(router: Router<any, CallContext>, { interceptors, clientInterceptors }: CallHandling): ApiHandlers {
  // Arrays of its own for each handler: oRPC's handlers add their plugins' interceptors to those that they are given.
  const handling = () => ({ interceptors: [...interceptors, sayWhenToRetry], clientInterceptors: [...clientInterceptors] });
  const rest = new OpenAPIHandler<HttpCallContext>(router, { ...handling(), customErrorResponseBodyEncoder: failureBody });
  const rpc = new RPCHandler<HttpCallContext>(router, handling());
  return {
    rest: async (request, response, context) => (await rest.handle(request, response, { context: { ...context, response } })).matched,
    rpc: async (request, response, context) =>
      (await rpc.handle(request, response, { prefix: '/rpc', context: { ...context, response } })).matched,
  };
}

function failureBody(error: ORPCError<string, unknown>) {
  const { code, message, data } = translateFailure(error);
  const field = (data as FailureDetail | undefined)?.field;
  return { error: { code, message, ...(field === undefined ? {} : { field }) } };
}

/** Retry-After (RFC 9110 10.2.3), set before the answer is written. */
async function sayWhenToRetry<T>(options: { readonly context: CallContext; next(): Promise<T> }): Promise<T> {
  try {
    return await options.next();
  } catch (error) {
    const seconds = error instanceof ORPCError ? (error.data as FailureDetail | undefined)?.retryAfterSeconds : undefined;
    if (seconds !== undefined) (options.context as HttpCallContext).response.setHeader('retry-after', String(seconds));
    throw error;
  }
}
