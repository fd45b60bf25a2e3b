import { join } from 'node:path';
import type { AnyContractRouter } from '@orpc/contract';
import type { Router } from '@orpc/server';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { Clock } from '../../application/ports/clock.ts';
import { Sessions, SignIn, SignInGuard } from '../../application/session/index.ts';
import { RandomTokenMaker } from '../security/random-token-maker.ts';
import { ScryptPasswordHasher } from '../security/scrypt-password-hasher.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../sqlite/sqlite-unit-of-work.ts';
import type { CallContext } from '../station-router/call-context.ts';
import { callHandling } from '../station-router/call-handling.ts';
import { CallerIdentifier } from '../station-router/identify-caller.ts';
import { type SessionServices, sessionHandlers } from '../station-router/session-handlers.ts';
import { StationEventFeed } from '../station-router/station-event-feed.ts';
import { stationFailure } from '../station-router/station-failure.ts';
import { stationImplementer } from '../station-router/station-implementer.ts';
import { apiHandlers } from './api-handlers.ts';
import { StationHttpServer } from './station-http-server.ts';

/** A clock that goes on only when it is told to. */
class SteppedClock implements Clock {
  #now = Date.UTC(2026, 2, 1);

  now(): Milliseconds {
    return milliseconds(this.#now);
  }

  advance(by: number): void {
    this.#now += by;
  }
}

/** A station's HTTP side on a real socket and a real database, with a user for each role whose password is `<role>-password`. */
export type StationUnderTest = Awaited<ReturnType<typeof startHttpStation>>;

/** Starts one on any free port. Calls that are not about HTTP itself are answered with the least that the contract allows. */
export async function startHttpStation(folder: string, host: string) {
  return startStationOn(folder, host, (session, feed) => standInRouter(sessionHandlers(stationImplementer(), session), feed));
}

/** Starts one on any free port, whose calls are answered by a router of the test's own. */
export async function startStationOn<R extends Router<AnyContractRouter, CallContext>>(
  folder: string,
  host: string,
  routerOf: (session: SessionServices, feed: StationEventFeed) => R,
) {
  const clock = new SteppedClock();
  const database = openDatabase(join(folder, 'station.db'), clock.now());
  const unitOfWork = new SqliteUnitOfWork(database.kysely);
  const hasher = new ScryptPasswordHasher({ n: 16, r: 1, p: 1 });
  const tokens = new RandomTokenMaker();
  for (const role of ['viewer', 'operator', 'scheduler', 'admin'] as const) {
    const user = { id: role, username: role, role, passwordHash: await hasher.hash(`${role}-password`), createdAt: clock.now() };
    await unitOfWork.run(({ users }) => users.add(user));
  }
  const lines: string[] = [];
  const write = (message: string, details: object) =>
    void lines.push(message, String(Object.values(details).map((value) => value?.stack ?? value)));
  const log = { info: write, warn: write, error: write };
  const sessions = new Sessions(unitOfWork, tokens, clock);
  const signIn = new SignIn(unitOfWork, hasher, tokens, clock, new SignInGuard());
  const feed = new StationEventFeed();
  const handling = callHandling(new CallerIdentifier(sessions, clock), log);
  const router = routerOf({ signIn, sessions }, feed);
  const server = new StationHttpServer({
    api: apiHandlers(router, handling),
    consoleFolder: join(folder, 'renderer'),
    streamOrigin: (reachedAt) => `http://${reachedAt}:8081`,
    version: '0.0.0',
    log,
  });
  const port = await server.listen({ host, port: 0, option: '--api-port' });
  const stop = async () => {
    feed.close();
    await server.close();
    await database.close();
  };
  return { router, handling, origin: `http://127.0.0.1:${port}`, clock, feed, logged: () => lines.join('\n'), stop };
}

function standInRouter(session: ReturnType<typeof sessionHandlers>, feed: StationEventFeed) {
  const { library, playlog, air, asRun, events, health, demo } = stationImplementer();
  const done = { frame: 1, at: '2026-03-01T00:00:00.000Z' } as never;
  const idle = { state: 'idle', progress: 0, step: '' } as const;
  return {
    session,
    library: {
      startImport: library.startImport.handler(() => ({ importId: '1' })),
      getImport: library.getImport.handler(() => notFound()),
      listImports: library.listImports.handler(() => ({ items: [] })),
      listAssets: library.listAssets.handler(() => ({ items: [], nextCursor: null })),
      getAsset: library.getAsset.handler(() => {
        throw new Error('ENOENT: no such file /secret/place');
      }),
    },
    playlog: { list: playlog.list.handler(() => ({ revision: 0, lockWindowMs: milliseconds(30_000), items: [] })) },
    air: {
      get: air.get.handler(() => notFound()),
      take: air.take.handler(() => {
        throw stationFailure('NOTHING_TO_TAKE', 'Nothing comes next', {});
      }),
      panic: air.panic.handler(() => done),
      return: air.return.handler(() => done),
    },
    asRun: { list: asRun.list.handler(() => ({ items: [] })) },
    events: { subscribe: events.subscribe.handler(({ signal }) => feed.listen(signal, [])) },
    health: { healthz: health.healthz.handler(() => ({ status: 'ok', onAir: true, problems: [], version: '0.0.0' })) },
    demo: { start: demo.start.handler(() => idle), progress: demo.progress.handler(() => idle) },
  };
}

function notFound(): never {
  throw stationFailure('NOT_FOUND', 'There is nothing of that name', {});
}
