import { parseArgs } from 'node:util';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';
import { portOption } from './port-option.ts';

/** What the person who started the station told it; null where they left it to `station.json`. */
export interface StationOptions {
  /** The station's data folder, absolute or from where it was started. */
  readonly dataFolder: string;
  readonly host: string | null;
  readonly apiPort: number | null;
  readonly streamPort: number | null;
  readonly rtmpPort: number | null;
  /** Leave the engine playing when main stops. */
  readonly leaveOnAir: boolean;
}

const OPTIONS = {
  data: { type: 'string' },
  host: { type: 'string' },
  'api-port': { type: 'string' },
  'stream-port': { type: 'string' },
  'rtmp-port': { type: 'string' },
  'leave-air': { type: 'boolean' },
} as const;

/** How to start a station, in one line. */
export const USAGE =
  'Usage: station --data DIR [--host ADDRESS] [--api-port N] [--stream-port N] [--rtmp-port N] [--leave-air]   (port 0: any free one)';

/** Reads the command line of the headless station. @throws SettingsError that names the option that is wrong. */
export function parseStationOptions(argv: readonly string[]): StationOptions {
  const values = parse(argv);
  if (!values.data) throw new SettingsError('--data DIR is missing: the folder in which the station keeps everything.');
  return {
    dataFolder: values.data,
    host: values.host ?? null,
    apiPort: portOption('--api-port', values['api-port']),
    streamPort: portOption('--stream-port', values['stream-port']),
    rtmpPort: portOption('--rtmp-port', values['rtmp-port']),
    leaveOnAir: values['leave-air'] ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
