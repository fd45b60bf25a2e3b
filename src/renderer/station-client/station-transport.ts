import type { ClientLink } from '@orpc/client';

/** One open way to the station. */
export interface StationLink {
  // The empty context is the one that oRPC's own types ask for: calls carry nothing besides their input.
  readonly rpc: ClientLink<Record<never, never>>;
  /** Lets go of the link; calls still under way on it may reject. */
  readonly close: () => void;
}

/** How links are opened: over a message port in the desktop app, over HTTP in a browser. */
export interface StationTransport {
  readonly open: () => StationLink;
}
