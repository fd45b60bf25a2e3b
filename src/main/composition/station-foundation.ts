import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFirstAdmin } from '../application/session/index.ts';
import { leavePasswordNote } from '../infrastructure/data-folder/leave-password-note.ts';
import { StationLock } from '../infrastructure/data-folder/station-lock.ts';
import { PinoLog } from '../infrastructure/logging/pino-log.ts';
import { RotatingFile } from '../infrastructure/logging/rotating-file.ts';
import { RandomTokenMaker } from '../infrastructure/security/random-token-maker.ts';
import { DEFAULT_SCRYPT_COST, ScryptPasswordHasher } from '../infrastructure/security/scrypt-password-hasher.ts';
import { FileStationConfiguration } from '../infrastructure/settings/file-station-configuration.ts';
import { readStationSettings } from '../infrastructure/settings/read-station-settings.ts';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';
import type { StationSettings } from '../infrastructure/settings/station-settings.ts';
import { openDatabase } from '../infrastructure/sqlite/open-database.ts';
import { openReader } from '../infrastructure/sqlite/open-reader.ts';
import { restoreIfOrdered } from '../infrastructure/sqlite/restore-if-ordered.ts';
import { SqliteUnitOfWork } from '../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { RandomIds } from '../infrastructure/system/random-ids.ts';
import { SystemClock } from '../infrastructure/system/system-clock.ts';
import { SystemTimers } from '../infrastructure/system/system-timers.ts';
import { ClosingStack } from './closing-stack.ts';
import type { StationOptions } from './station-options.ts';
import type { StationStart } from './station-start.ts';

const LOG_ROTATION = { maxBytes: 5_000_000, files: 5 };

/** What every part of the station stands on. */
export type StationFoundation = Awaited<ReturnType<typeof layFoundation>>;

/**
 * Takes the data folder and opens what is in it: log, settings, database, users.
 * @throws SettingsError, StationLockedError or DatabaseRefused when the station can't run on that folder; it is let go again
 */
export async function layFoundation(start: StationStart) {
  const dataFolder = await makeFolder(start.options.dataFolder);
  const lock = StationLock.take(dataFolder);
  const file = new RotatingFile(join(dataFolder, 'logs', 'station.log'), LOG_ROTATION);
  const log = new PinoLog(file, start.logBeside);
  const closings = new ClosingStack(log);
  closings.add('lock', lock.release);
  try {
    const stored = await readStationSettings(dataFolder);
    const settings = withOptions(stored, start.options);
    const clock = new SystemClock();
    const databasePath = join(dataFolder, 'station.db');
    const restored = restoreIfOrdered(dataFolder, databasePath, clock.now());
    if (restored !== null) log.warn('The database was restored from a backup', { name: restored });
    const database = openDatabase(databasePath, clock.now());
    closings.add('database', database.close);
    const reader = openReader(databasePath, start.places.readerEntry);
    closings.add('database reader', reader.close);
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    const security = { hasher: new ScryptPasswordHasher(DEFAULT_SCRYPT_COST), tokens: new RandomTokenMaker() };
    const ids = new RandomIds();
    const leaveNote = (password: string) => leavePasswordNote(dataFolder, password);
    await makeFirstAdmin({ unitOfWork, ...security, ids, clock, leaveNote }, start.environment.adminPassword);
    return {
      dataFolder,
      settings,
      configuration: new FileStationConfiguration(dataFolder, stored),
      log,
      clock,
      ids,
      timers: new SystemTimers(),
      database,
      reader: reader.kysely,
      unitOfWork,
      ...security,
      closings,
    };
  } catch (error) {
    await closings.closeAll();
    throw error;
  }
}

async function makeFolder(folder: string): Promise<string> {
  const dataFolder = resolve(folder);
  try {
    // For its owner alone: users' password hashes are in it.
    await mkdir(dataFolder, { recursive: true, mode: 0o700 });
    return dataFolder;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(`--data ${folder}: the folder can't be made (${code ?? 'unknown error'}).`, { cause: error });
  }
}

/** What was said when the station was started counts for this run; the file stays as it is. */
function withOptions(settings: StationSettings, { host, apiPort, streamPort, rtmpPort }: StationOptions): StationSettings {
  const { network } = settings;
  return {
    ...settings,
    network: {
      host: host ?? network.host,
      apiPort: apiPort ?? network.apiPort,
      streamPort: streamPort ?? network.streamPort,
      rtmpPort: rtmpPort ?? network.rtmpPort,
    },
  };
}
