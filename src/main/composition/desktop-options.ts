import { parseArgs } from 'node:util';
import type { Parting } from '../infrastructure/electron/ask-what-to-leave.ts';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';

/** What the desktop app was told when it was started. */
export interface DesktopOptions {
  /** null: where the system keeps what apps store for a user. */
  readonly dataFolder: string | null;
  /** What quitting does to the channel without asking; null: ask. For unattended machines and tests. */
  readonly quit: Parting | null;
}

const OPTIONS = { data: { type: 'string' }, quit: { type: 'string' } } as const;

/**
 * Reads the app's command line. Chromium and Electron have switches of their own, so an unknown one is no error here.
 * @throws SettingsError when one of ours is wrong
 */
export function parseDesktopOptions(argv: readonly string[]): DesktopOptions {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: false });
  const { data, quit } = values;
  if (data === true || data === '') throw new SettingsError('--data DIR needs a folder.');
  if (quit !== undefined && quit !== 'leave' && quit !== 'stop') throw new SettingsError('--quit must be leave or stop.');
  return { dataFolder: typeof data === 'string' ? data : null, quit: quit ?? null };
}
