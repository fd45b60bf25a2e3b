import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { SettingsError } from './settings-error.ts';
import { type StationSettings, stationSettingsSchema } from './station-settings.ts';

/** The name of the settings' file in the data folder. */
export const SETTINGS_FILE = 'station.json';

/**
 * Reads the station's settings; at the first start it writes them with their defaults, to be found and edited.
 * @throws SettingsError that names the field at fault and what is allowed there.
 */
export async function readStationSettings(dataFolder: string): Promise<StationSettings> {
  const path = join(dataFolder, SETTINGS_FILE);
  const text = await readIfThere(path);
  if (text !== null) return parseStationSettings(text);
  const defaults = stationSettingsSchema.parse({});
  // For its owner alone: outputs have keys.
  await writeFile(path, `${JSON.stringify(defaults, null, 2)}\n`, { flag: 'wx', mode: 0o600 });
  return defaults;
}

/** Reads the text of `station.json`. @throws SettingsError as above. */
export function parseStationSettings(text: string): StationSettings {
  const result = stationSettingsSchema.safeParse(parseJson(text));
  if (result.success) return result.data;
  throw new SettingsError(`${SETTINGS_FILE}: ${result.error.issues.map(describeIssue).join('; ')}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SettingsError(`${SETTINGS_FILE} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `there is no setting called ${[...issue.path, key].join('.')}`).join('; ');
  }
  return `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new SettingsError(`${SETTINGS_FILE} can't be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`, {
      cause: error,
    });
  }
}
