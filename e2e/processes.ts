import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

/** The processes of this machine whose command line names a folder, by their ids. Linux only, as the tests are. */
export function processesThatName(folder: string): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && pid !== process.pid && commandLine(pid).includes(folder));
}

/** The engine that runs on a station's data folder, as it says itself. */
export function enginePid(dataFolder: string): number {
  const address: { readonly pid: number } = JSON.parse(readFileSync(join(dataFolder, 'engine', 'engine-address.json'), 'utf8'));
  return address.pid;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended between the listing and the look.
    return '';
  }
}
