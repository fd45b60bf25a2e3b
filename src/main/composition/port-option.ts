import { SettingsError } from '../infrastructure/settings/settings-error.ts';

/** Reads a port from the command line; null where none was given. @throws SettingsError that names the option */
export function portOption(option: string, text: string | boolean | undefined): number | null {
  if (text === undefined) return null;
  const port = typeof text === 'string' && /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  throw new SettingsError(`${option} must be a port from 0 to 65535, not ${JSON.stringify(text)}.`);
}
