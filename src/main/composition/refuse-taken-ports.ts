import { createServer } from 'node:net';
import { readEngineAddress } from '../infrastructure/engine-link/engine-address.ts';
import { listenOn } from '../infrastructure/http/listen-on.ts';
import type { StationSettings } from '../infrastructure/settings/station-settings.ts';
import { isProcessAlive } from '../infrastructure/system/process-life.ts';

/**
 * Looks whether the ports that an engine needs can be had, before one is started: it could only say so to its log. An engine that runs
 * has them already.
 * @throws SettingsError that names the option
 */
export async function refuseTakenPorts({ network }: StationSettings, engineFolder: string): Promise<void> {
  const running = await readEngineAddress(engineFolder);
  if (running !== null && isProcessAlive(running.pid)) return;
  await refuseTaken(network.host, network.streamPort, '--stream-port');
  await refuseTaken(network.host, network.rtmpPort, '--rtmp-port');
}

async function refuseTaken(host: string, port: number, option: string): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await listenOn(server, { host, port, option });
  await new Promise((resolve) => server.close(resolve));
}
