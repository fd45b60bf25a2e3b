import { useEffect } from 'react';
import type { StationEvent } from '../../shared/contract/index.ts';
import type { Milliseconds } from '../../shared/time/index.ts';
import { useAirStore } from '../features/air/index.ts';
import { reloadAsRun } from '../features/as-run/index.ts';
import { useImportStore, useLibraryStore } from '../features/library/index.ts';
import { useMeterStore } from '../features/monitor/index.ts';
import { reloadRundown } from '../features/rundown/index.ts';
import { reloadSchedule } from '../features/schedule/index.ts';
import { useSessionStore } from '../features/session/index.ts';
import { type FeedState, refusalOf, runEventFeed, type Station, type StationCalls } from '../station-client/index.ts';
import { steadyNow } from '../ui/use-now.ts';
import { useViewStore } from './view-store.ts';

/** The rundown's window moves on by itself this often, even when nothing in it changed. */
const RUNDOWN_EVERY_MS = 60_000;

/** Hears the station for as long as somebody is signed in, and fills the stores of the features. */
export function useStationEvents(station: Station, isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn) return;
    const { calls } = station.client;
    const stop = new AbortController();
    const onState = (state: FeedState) => {
      if (state === 'open') reloadAll(calls);
      if (state === 'refused') void useSessionStore.getState().ask(calls, station.token);
    };
    const isRefusal = (error: unknown) => refusalOf(error) === 'NOT_SIGNED_IN';
    void runEventFeed(station.client, { onEvent: (event) => hear(event, calls), onState, isRefusal, wait }, stop.signal);
    const timer = setInterval(() => reloadRundown(calls), RUNDOWN_EVERY_MS);
    return () => {
      clearInterval(timer);
      stop.abort();
    };
  }, [station, isSignedIn]);
}

function reloadAll(calls: StationCalls): void {
  reloadRundown(calls);
  reloadAsRun(calls);
  reloadSchedule(calls);
  void useLibraryStore.getState().load(calls);
  void useImportStore.getState().load(calls);
}

function hear(event: StationEvent, calls: StationCalls): void {
  switch (event.type) {
    case 'air':
      useAirStore.getState().hear(event.air, steadyNow());
      break;
    case 'playlog-changed':
      reloadRundown(calls);
      reloadSchedule(calls);
      break;
    case 'as-run-changed':
      reloadAsRun(calls);
      // It says of each asset when it aired last.
      if (useViewStore.getState().view === 'library') void useLibraryStore.getState().load(calls);
      break;
    case 'meters':
      useMeterStore.getState().hear(event.meters, steadyNow());
      break;
    case 'library-changed':
      void useLibraryStore.getState().load(calls);
      break;
    case 'import-progress':
      useImportStore.getState().hear(event.import);
      break;
  }
}

/** Ends after `length`, or at once when the feed is stopped. */
function wait(length: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, length);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
