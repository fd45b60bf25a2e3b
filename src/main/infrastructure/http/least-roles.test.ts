import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallMeta, ROLES, type Role, stationContract } from '../../../shared/contract/index.ts';
import type { SessionServices } from '../station-router/session-handlers.ts';
import { type StationServices, stationRouter } from '../station-router/station-router.ts';
import { startStationOn } from './http-station.fixture.ts';

/** A call of the contract as it is made over HTTP, its parameters filled in with a name of nothing. */
interface MadeCall extends CallMeta {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

const CALLS = callsOf(stationContract, []);

let station: Awaited<ReturnType<typeof startStationOn>>;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-roles-'));
  station = await startStationOn(folder, '127.0.0.1', (session) => stationRouter(reachedServices(session)));
});
afterAll(async () => {
  await station.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the least role of every call', () => {
  it('covers the whole contract', () => {
    expect(CALLS.length).toBeGreaterThan(60);
    expect(new Set(CALLS.map(({ method, path }) => `${method} ${path}`)).size).toBe(CALLS.length);
  });

  it.each(CALLS)('holds at $method $path, which needs $leastRole', async (call) => {
    expect(await verdictsOn(call, null)).toEqual(twice(call.leastRole === 'nobody' ? 'let in' : 'not signed in'));
    for (const role of ROLES) {
      expect({ role, verdicts: await verdictsOn(call, role) }).toEqual({
        role,
        verdicts: twice(isBelow(role, call.leastRole) ? 'role too low' : 'let in'),
      });
    }
  });
});

/** What became of a call. `let in`: past the check of the role; what comes of it there is for other tests. */
type Verdict = 'let in' | 'not signed in' | 'role too low' | 'no such call';

const twice = (verdict: Verdict) => [verdict, verdict];

function isBelow(role: Role, leastRole: CallMeta['leastRole']): boolean {
  return leastRole !== 'nobody' && ROLES.indexOf(role) < ROLES.indexOf(leastRole);
}

/** How a call is met by its method and path, and as the console makes it. Each is made with a sign-in of its own, which a call may end. */
async function verdictsOn({ method, path, name }: MadeCall, role: Role | null): Promise<readonly Verdict[]> {
  const rest = await answerTo(method, path, method === 'GET' ? null : {}, role);
  const rpc = await answerTo('POST', `/rpc/${name.replaceAll('.', '/')}`, { json: {} }, role);
  return [verdictOf(rest.status, rest.body.error?.code), verdictOf(rpc.status, rpc.body.json?.code)];
}

function verdictOf(status: number, code: string | undefined): Verdict {
  if (status === 401 && code === 'NOT_SIGNED_IN') return 'not signed in';
  if (status === 403 && code === 'ROLE_TOO_LOW') return 'role too low';
  return status === 404 || status === 405 ? 'no such call' : 'let in';
}

interface AnswerBody {
  readonly error?: { readonly code: string };
  readonly json?: { readonly code?: string };
}

async function answerTo(method: string, path: string, body: object | null, role: Role | null) {
  const headers = {
    ...(role === null ? {} : { authorization: `Bearer ${await tokenOf(role)}` }),
    ...(body === null ? {} : { 'content-type': 'application/json' }),
  };
  const init = { method, headers, ...(body === null ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(`${station.origin}${path}`, init);
  return { status: response.status, body: (await response.json()) as AnswerBody };
}

async function tokenOf(role: Role): Promise<string> {
  const credentials = JSON.stringify({ username: role, password: `${role}-password` });
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${station.origin}/api/session`, { method: 'POST', headers, body: credentials });
  return ((await response.json()) as { token: string }).token;
}

function callsOf(contract: object, path: readonly string[]): readonly MadeCall[] {
  return Object.entries(contract).flatMap(([key, part]: [string, object]) => {
    const here = [...path, key];
    if (!isContractProcedure(part)) return callsOf(part, here);
    const { meta, route } = part['~orpc'];
    const { leastRole } = meta as CallMeta;
    const [method, made] = [route.method ?? '', (route.path ?? '').replaceAll(/\{[^}]+\}/g, 'nothing')];
    return [{ name: here.join('.'), method, path: made, leastRole }];
  });
}

/** Services that fail at whatever is asked of them, but for signing in and out: nothing behind the check of the role is of interest here. */
function reachedServices(session: SessionServices): StationServices {
  const failing: object = new Proxy(() => undefined, {
    get: () => failing,
    apply: () => {
      throw new Error('A service was reached');
    },
  });
  return new Proxy({ session } as StationServices, { get: (given, name) => (name === 'session' ? given.session : failing) });
}
