import { readdirSync, readFileSync } from 'node:fs';
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

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended between the listing and the look.
    return '';
  }
}
