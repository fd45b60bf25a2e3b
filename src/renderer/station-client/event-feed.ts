import type { StationEvent } from '../../shared/contract/index.ts';
import type { Milliseconds } from '../../shared/time/index.ts';
import { backOff } from './back-off.ts';
import type { StationClient } from './station-client.ts';

/** Whether the station's word is coming in. `refused`: the station answered, and wants somebody to sign in first. */
export type FeedState = 'connecting' | 'open' | 'lost' | 'refused';

/** What the feed needs of its surroundings. */
export interface EventFeedPorts {
  readonly onEvent: (event: StationEvent) => void;
  readonly onState: (state: FeedState) => void;
  /** Tells a refusal that no further try can change from a loss. */
  readonly isRefusal: (error: unknown) => boolean;
  readonly wait: (length: Milliseconds, signal: AbortSignal) => Promise<void>;
}

/** Hears the station's events until `signal` is aborted or the station refuses, connecting anew after every loss. */
export async function runEventFeed(station: StationClient, ports: EventFeedPorts, signal: AbortSignal): Promise<void> {
  ports.onState('connecting');
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const heard = await hearEvents(station, ports, signal);
    if (signal.aborted) return;
    if (heard === 'refused') return ports.onState('refused');
    if (heard === 'some') attempt = 0;
    ports.onState('lost');
    await ports.wait(backOff(attempt), signal);
    if (!signal.aborted) station.reconnect();
  }
}

async function hearEvents(station: StationClient, ports: EventFeedPorts, signal: AbortSignal): Promise<'none' | 'some' | 'refused'> {
  let heard: 'none' | 'some' = 'none';
  try {
    const events = await station.calls.events.subscribe(undefined, { signal });
    ports.onState('open');
    for await (const event of events) {
      heard = 'some';
      ports.onEvent(event);
    }
  } catch (error) {
    if (ports.isRefusal(error)) return 'refused';
  }
  return heard;
}
