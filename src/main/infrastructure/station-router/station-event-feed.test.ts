import { describe, expect, it } from 'vitest';
import type { StationEvent } from '../../../shared/contract/events.ts';
import { StationEventFeed } from './station-event-feed.ts';

const playlog = (revision: number): StationEvent => ({ type: 'playlog-changed', revision });

describe('StationEventFeed', () => {
  it('keeps only the latest event of each kind for a listener that is slow', async () => {
    const feed = new StationEventFeed();
    const events = feed.listen(undefined, []);
    const first = events.next();
    feed.publish(playlog(1));
    expect(await first).toEqual({ done: false, value: playlog(1) });
    for (let revision = 2; revision <= 50; revision += 1) feed.publish(playlog(revision));
    feed.publish({ type: 'library-changed' });
    expect(await events.next()).toEqual({ done: false, value: playlog(50) });
    expect(await events.next()).toEqual({ done: false, value: { type: 'library-changed' } });
    feed.close();
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it('ends the stream of a listener that goes, while it waits', async () => {
    const feed = new StationEventFeed();
    const leaving = new AbortController();
    const next = feed.listen(leaving.signal, []).next();
    leaving.abort();
    expect((await next).done).toBe(true);
  });

  it('ends every stream when it closes, and those that come later', async () => {
    const feed = new StationEventFeed();
    const waiting = feed.listen(undefined, []).next();
    feed.close();
    expect((await waiting).done).toBe(true);
    expect((await feed.listen(undefined, []).next()).done).toBe(true);
  });

  it('tells a new listener first what it has to know first', async () => {
    const feed = new StationEventFeed();
    const events = feed.listen(undefined, [playlog(7)]);
    expect((await events.next()).value).toEqual(playlog(7));
    feed.close();
  });

  it('gives every listener everything', async () => {
    const feed = new StationEventFeed();
    const listeners = [feed.listen(undefined, []), feed.listen(undefined, [])];
    const firsts = listeners.map((listener) => listener.next());
    feed.publish(playlog(3));
    for (const first of firsts) expect((await first).value).toEqual(playlog(3));
    feed.close();
  });
});
