import type { Air } from '../../../shared/contract/air.ts';
import type { StationEvent } from '../../../shared/contract/events.ts';

/** What a listener on every address of the machine calls itself; nobody can connect to that. */
const ANY_ADDRESS = /^(\w+:\/\/)(0\.0\.0\.0|\[::\])(?=[:/]|$)/;

/** An address of the station as somebody can use it who reached the station by the name `reachedAt`. */
export function reachableAddress(address: string, reachedAt: string): string {
  return address.replace(ANY_ADDRESS, (_match, scheme: string) => `${scheme}${reachedAt}`);
}

/** The air with addresses that the caller can use. */
export function airFor(air: Air, reachedAt: string): Air {
  if (air.addresses === null) return air;
  const { hls, rtmp } = air.addresses;
  return { ...air, addresses: { hls: reachableAddress(hls, reachedAt), rtmp: reachableAddress(rtmp, reachedAt) } };
}

/** An event with addresses that the listener can use. */
export function eventFor(event: StationEvent, reachedAt: string): StationEvent {
  return event.type === 'air' ? { type: 'air', air: airFor(event.air, reachedAt) } : event;
}
