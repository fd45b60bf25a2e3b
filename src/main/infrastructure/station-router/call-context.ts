import type { Identity } from '../../application/session/index.ts';

/** What a transport tells about a call, and who turned out to make it. */
export interface CallContext {
  /** Where the caller is: an address of the network, or `desktop`. */
  readonly address: string;
  /** The name by which the caller reached the station, for addresses that the caller is to use in turn. */
  readonly reachedAt: string;
  /** Whether a caller who does not sign in is the station's own desktop, and trusted. */
  readonly isTrustedDesktop: boolean;
  /** Who makes the call; null as long as nobody signed in. */
  readonly identity: Identity | null;
}

/** The name that goes into the as-run log and the log as the cause of what a caller did. */
export function callerName(context: CallContext): string {
  return context.identity?.username ?? 'nobody';
}
