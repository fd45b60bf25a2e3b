import type { StandardHandlerOptions } from '@orpc/server/standard';
import type { Log } from '../../application/ports/log.ts';
import type { Identity } from '../../application/session/index.ts';
import type { CallContext } from './call-context.ts';
import type { CallerIdentifier, CallHeaders } from './identify-caller.ts';
import { isDefect, translateFailure } from './translate-failure.ts';

/** What every transport does with every call. */
export type CallHandling = Required<Pick<StandardHandlerOptions<CallContext>, 'interceptors' | 'clientInterceptors'>>;

/** Finds out who makes a call before it is made, and turns what it throws into a failure of the contract; defects are logged here. */
export function callHandling(callers: CallerIdentifier, log: Log): CallHandling {
  const identify = async (headers: CallHeaders, context: CallContext): Promise<Identity | null> => {
    try {
      return await callers.identify(headers, context);
    } catch (error) {
      log.error('A caller could not be identified', { error });
      throw translateFailure(error);
    }
  };
  return {
    interceptors: [
      async (options) => {
        const identity = await identify(options.request.headers, options.context);
        try {
          return await options.next({ ...options, context: { ...options.context, identity } });
        } catch (error) {
          // The calls' own failures were translated further in; what is left is a request that can't be read, or a defect of the mounting.
          if (isDefect(error)) log.warn('A call could not be handled', { path: options.request.url.pathname, error });
          throw error;
        }
      },
    ],
    clientInterceptors: [
      async (options) => {
        try {
          return await options.next();
        } catch (error) {
          if (isDefect(error) && !options.signal?.aborted) log.error('A call failed', { call: options.path.join('.'), error });
          throw translateFailure(error);
        }
      },
    ],
  };
}
