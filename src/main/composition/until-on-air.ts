import { setTimeout as delay } from 'node:timers/promises';
import type { StreamAddresses } from '../../shared/engine-protocol/index.ts';
import type { Engine } from '../application/ports/engine.ts';
import { reachableAddress } from '../infrastructure/station-router/reachable-addresses.ts';

const LOOK_EVERY_MS = 100;

/**
 * Waits until the HLS playlist can be fetched and names a segment: only then can anybody watch the channel.
 * @returns where this machine can watch it
 * @throws the signal's reason when it is aborted first
 */
export async function untilOnAir(engine: Engine, signal: AbortSignal): Promise<StreamAddresses> {
  while (true) {
    const addresses = engine.addresses();
    if (addresses !== null) {
      const hls = reachableAddress(addresses.hls, '127.0.0.1');
      if (await hasSegments(hls, signal)) return { hls, rtmp: reachableAddress(addresses.rtmp, '127.0.0.1') };
    }
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function hasSegments(playlistUrl: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(playlistUrl, { signal });
    return response.ok && /^#EXTINF:/m.test(await response.text());
  } catch (error) {
    if (signal.aborted) throw error;
    // The stream server is not up yet.
    return false;
  }
}
