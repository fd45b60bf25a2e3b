import { describe, expect, it } from 'vitest';
import type { StationEvent } from '../../shared/contract/index.ts';
import { type FeedState, runEventFeed } from './event-feed.ts';
import type { StationClient } from './station-client.ts';

type Subscription = () => AsyncGenerator<StationEvent>;

/** A station whose subscriptions are handed out in turn; the console lets go when none is left. */
function stationWith(subscriptions: Subscription[], stop: AbortController) {
  let reconnects = 0;
  const subscribe = async () => {
    const next = subscriptions.shift();
    if (next) return next();
    stop.abort();
    throw new Error('gone');
  };
  const station = { calls: { events: { subscribe } }, reconnect: () => (reconnects += 1) } as unknown as StationClient;
  return { station, reconnects: () => reconnects };
}

async function run(subscriptions: Subscription[], isRefusal: (error: unknown) => boolean = () => false) {
  const stop = new AbortController();
  const events: StationEvent[] = [];
  const states: FeedState[] = [];
  const waits: number[] = [];
  const { station, reconnects } = stationWith(subscriptions, stop);
  const wait = async (length: number) => {
    waits.push(length);
  };
  const ports = {
    onEvent: (event: StationEvent) => events.push(event),
    onState: (state: FeedState) => states.push(state),
    isRefusal,
    wait,
  };
  await runEventFeed(station, ports, stop.signal);
  return { events, states, waits, reconnects: reconnects() };
}

const changed: StationEvent = { type: 'library-changed' };

describe('runEventFeed', () => {
  it('passes on what it hears and connects anew when the station goes away', async () => {
    const heard = await run([
      async function* () {
        yield changed;
        yield changed;
      },
      async function* () {
        yield changed;
      },
    ]);
    expect(heard.events).toHaveLength(3);
    expect(heard.states).toEqual(['connecting', 'open', 'lost', 'open', 'lost']);
    expect(heard.reconnects).toBe(2);
  });

  it('waits longer while nothing is heard, and starts over once something was', async () => {
    const silent: Subscription = async function* () {};
    const talking: Subscription = async function* () {
      yield changed;
    };
    const heard = await run([silent, silent, talking]);
    expect(heard.waits).toEqual([250, 500, 250]);
  });

  it('stops and says so when the station refuses', async () => {
    const heard = await run(
      [
        // biome-ignore lint/correctness/useYield: the refusal comes before the first event
        async function* () {
          throw new Error('not signed in');
        },
      ],
      () => true,
    );
    expect(heard.states.at(-1)).toBe('refused');
    expect(heard.reconnects).toBe(0);
  });
});
