import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { milliseconds } from '../../shared/time/index.ts';
import { Sessions, SignIn, SignInGuard } from '../application/session/index.ts';
import { libraryFeatures } from '../composition/library-features.ts';
import type { FfmpegPrograms } from '../infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import { MediaWorkshop } from '../infrastructure/ffmpeg/workshop/media-workshop.ts';
import { workshopMedia } from '../infrastructure/ffmpeg/workshop/workshop-media.ts';
import { apiHandlers } from '../infrastructure/http/api-handlers.ts';
import { StationHttpServer } from '../infrastructure/http/station-http-server.ts';
import { RandomTokenMaker } from '../infrastructure/security/random-token-maker.ts';
import { ScryptPasswordHasher } from '../infrastructure/security/scrypt-password-hasher.ts';
import { stationSettingsSchema } from '../infrastructure/settings/station-settings.ts';
import { openDatabase } from '../infrastructure/sqlite/open-database.ts';
import { openReader } from '../infrastructure/sqlite/open-reader.ts';
import { SqliteUnitOfWork } from '../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { callHandling } from '../infrastructure/station-router/call-handling.ts';
import { CallerIdentifier } from '../infrastructure/station-router/identify-caller.ts';
import { libraryHandlers } from '../infrastructure/station-router/library-handlers.ts';
import { sessionHandlers } from '../infrastructure/station-router/session-handlers.ts';
import { StationEventFeed } from '../infrastructure/station-router/station-event-feed.ts';
import { stationImplementer } from '../infrastructure/station-router/station-implementer.ts';
import { RandomIds } from '../infrastructure/system/random-ids.ts';
import { SystemClock } from '../infrastructure/system/system-clock.ts';
import { SystemTimers } from '../infrastructure/system/system-timers.ts';

const READER = fileURLToPath(new URL('../infrastructure/sqlite/reader-thread.ts', import.meta.url));
const WORKSHOP = fileURLToPath(new URL('../infrastructure/ffmpeg/workshop/workshop-process.ts', import.meta.url));
const ROLES = ['viewer', 'scheduler', 'admin'] as const;

/** The library of a station on real HTTP, with a real database, without a channel. */
export type LibraryStation = Awaited<ReturnType<typeof openLibraryStation>>;

/** Opens one on a folder of the caller's, on any free port, with a user for each of some roles. */
export async function openLibraryStation(folder: string, programs: FfmpegPrograms) {
  const clock = new SystemClock();
  const path = join(folder, 'station.db');
  const database = openDatabase(path, clock.now());
  const reader = openReader(path, READER);
  const unitOfWork = new SqliteUnitOfWork(database.kysely);
  const logged: string[] = [];
  const note = (message: string, details: object) => void logged.push(`${message} ${Object.values(details).join(' ')}`);
  const log = { info: () => undefined, warn: note, error: note };
  const hasher = new ScryptPasswordHasher({ n: 16, r: 1, p: 1 });
  const tokens = new RandomTokenMaker();
  const foundation = {
    unitOfWork,
    settings: stationSettingsSchema.parse({}),
    database,
    reader: reader.kysely,
    clock,
    ids: new RandomIds(),
    log,
    timers: new SystemTimers(),
    dataFolder: folder,
  };
  const workshop = new MediaWorkshop({ entry: WORKSHOP, programs, log });
  workshop.open();
  const features = libraryFeatures(foundation, new StationEventFeed(), workshopMedia(workshop), { isStrained: () => false });
  const sessions = new Sessions(unitOfWork, tokens, clock);
  const signIn = new SignIn(unitOfWork, hasher, tokens, clock, new SignInGuard());
  const implementer = stationImplementer();
  const router = { session: sessionHandlers(implementer, { sessions, signIn }), library: libraryHandlers(implementer, features) };
  const api = apiHandlers(router, callHandling(new CallerIdentifier(sessions, clock), log));
  const server = new StationHttpServer({ api, consoleFolder: folder, streamOrigin: () => null, version: '0.0.0', log });
  const origin = `http://127.0.0.1:${await server.listen({ host: '127.0.0.1', port: 0, option: '--api-port' })}`;
  for (const role of ROLES) {
    const user = { id: role, username: role, role, passwordHash: await hasher.hash(role), createdAt: milliseconds(0) };
    await unitOfWork.run(async ({ users }) => ((await users.findByUsername(role)) === null ? users.add(user) : undefined));
  }
  const close = async () => {
    await server.close();
    await features.imports.stop();
    await features.enrichment.stop();
    await features.scrub.stop();
    await features.previews.stop();
    await features.watchFolders.stop();
    await features.backups.stop();
    await workshop.close();
    await reader.close();
    await database.close();
  };
  return { origin, path, unitOfWork, features, logged, close, caller: (role: (typeof ROLES)[number]) => signInAs(origin, role) };
}

/** Signs in and answers with a way to make calls. */
async function signInAs(origin: string, role: string) {
  const body = JSON.stringify({ username: role, password: role });
  const signedIn = await fetch(`${origin}/api/session`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const { token } = (await signedIn.json()) as { token: string };
  return (method: string, path: string, input?: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...(input === undefined ? {} : { 'content-type': 'application/json' }) };
    return fetch(`${origin}${path}`, { method, headers, ...(input === undefined ? {} : { body: JSON.stringify(input) }) });
  };
}
