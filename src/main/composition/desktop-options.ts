import { parseArgs } from 'node:util';
import type { Parting } from '../infrastructure/electron/ask-what-to-leave.ts';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';
import { portOption } from './port-option.ts';
import type { StationOptions } from './station-options.ts';

/** What the desktop app was told when it was started. */
export interface DesktopOptions {
  readonly station: StationOptions;
  /** Where Electron keeps its own things; null: where the system keeps what apps store for a user. */
  readonly profileFolder: string | null;
  /** What quitting does to the channel without asking; null: ask. For unattended machines and tests. */
  readonly quit: Parting | null;
}

const TEXT = { type: 'string' } as const;
const OPTIONS = { data: TEXT, quit: TEXT, host: TEXT, 'api-port': TEXT, 'stream-port': TEXT, 'rtmp-port': TEXT };

/**
 * Reads the app's command line. Chromium and Electron have switches of their own, so an unknown one is no error here.
 * @param defaultFolder the data folder of whoever names none
 * @throws SettingsError when one of ours is wrong
 */
export function parseDesktopOptions(argv: readonly string[], defaultFolder: string): DesktopOptions {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false });
  const { quit } = values;
  if (quit !== undefined && quit !== 'leave' && quit !== 'stop') throw new SettingsError('--quit must be leave or stop.');
  const dataFolder = textOption('--data', values.data);
  const station = {
    dataFolder: dataFolder ?? defaultFolder,
    host: textOption('--host', values.host),
    apiPort: portOption('--api-port', values['api-port']),
    streamPort: portOption('--stream-port', values['stream-port']),
    rtmpPort: portOption('--rtmp-port', values['rtmp-port']),
    leaveOnAir: quit === 'leave',
  };
  return { station, profileFolder: dataFolder === null ? null : `${dataFolder}/desktop`, quit: quit ?? null };
}

function textOption(option: string, value: string | boolean | undefined): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string' && value !== '') return value;
  throw new SettingsError(`${option} needs a value.`);
}
