import type { StationEvent } from '../../../shared/contract/events.ts';
import type { AirQueries } from '../../application/air/index.ts';
import { eventFor } from './reachable-addresses.ts';
import type { StationEventFeed } from './station-event-feed.ts';
import type { StationImplementer } from './station-implementer.ts';

/** What the station tells unasked. */
export interface EventsServices {
  readonly feed: StationEventFeed;
  readonly air: AirQueries;
}

/** The calls of the events contract. A new listener first hears what is on air. */
export function eventsHandlers({ events }: StationImplementer, { feed, air }: EventsServices) {
  return {
    subscribe: events.subscribe.handler(({ context, signal }) => {
      const heard = feed.listen(signal, [{ type: 'air', air: air.get() }]);
      return reachable(heard, context.reachedAt);
    }),
  };
}

async function* reachable(events: AsyncGenerator<StationEvent, void, void>, reachedAt: string) {
  for await (const event of events) yield eventFor(event, reachedAt);
}
