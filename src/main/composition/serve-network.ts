import type { Air } from '../../shared/contract/air.ts';
import { apiHandlers } from '../infrastructure/http/api-handlers.ts';
import { StationHttpServer } from '../infrastructure/http/station-http-server.ts';
import { reachableAddress } from '../infrastructure/station-router/reachable-addresses.ts';
import { VERSION } from '../version.ts';
import type { StationCalls } from './station-calls.ts';
import type { StationFeatures } from './station-features.ts';
import type { StationFoundation } from './station-foundation.ts';

/**
 * Serves the API and the console on the network.
 * @returns where this machine reaches them
 * @throws SettingsError when the place can't be had
 */
export async function serveNetwork(
  { settings, log, closings }: StationFoundation,
  { feed, air }: StationFeatures,
  { router, handling }: StationCalls,
  consoleFolder: string,
): Promise<string> {
  const { host, apiPort } = settings.network;
  const streamOrigin = (name: string) => `http://${name}:${streamPortOf(air.get())}`;
  const server = new StationHttpServer({ api: apiHandlers(router, handling), consoleFolder, streamOrigin, version: VERSION, log });
  const port = await server.listen({ host, port: apiPort, option: '--api-port' });
  closings.add('network', async () => {
    feed.close();
    await server.close();
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return reachableAddress(`http://${name}:${port}`, '127.0.0.1');
}

/** Any port as long as the engine has not told its own. */
function streamPortOf({ addresses }: Air): string {
  return addresses === null ? '*' : new URL(addresses.hls).port;
}
