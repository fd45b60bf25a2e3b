import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient, OpenAPI } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { stationContract } from '../../../shared/contract/index.ts';
import { type StationUnderTest, startHttpStation } from './http-station.fixture.ts';

let station: StationUnderTest;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-http-'));
  station = await startHttpStation(folder, '127.0.0.1');
});
afterEach(async () => {
  await station.stop();
  rmSync(folder, { recursive: true, force: true });
});

const url = (path: string) => `${station.origin}${path}`;
const post = (path: string, body: unknown, token: string | null) =>
  fetch(url(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  });
const get = (path: string, token: string | null) =>
  fetch(url(path), { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
const failureOf = async (response: Response) => ({ status: response.status, ...((await response.json()) as { error: object }) });

async function signIn(username: string): Promise<string> {
  const response = await post('/api/session', { username, password: `${username}-password` }, null);
  expect(response.status).toBe(200);
  return ((await response.json()) as { token: string }).token;
}

describe('signing in over HTTP', () => {
  it('gives a token that tells who one is until one signs out', async () => {
    const response = await post('/api/session', { username: 'Admin', password: 'admin-password' }, null);
    const { token, role, expiry } = (await response.json()) as { token: string; role: string; expiry: string };
    expect(role).toBe('admin');
    expect(Date.parse(expiry)).toBeGreaterThan(station.clock.now());
    expect(await (await get('/api/session', token)).json()).toEqual({ username: 'admin', role: 'admin', expiresAt: expiry });
    expect((await fetch(url('/api/session'), { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await get('/api/session', token)).status).toBe(401);
  });

  it('ends by itself when the session has expired', async () => {
    const token = await signIn('admin');
    station.clock.advance(7 * 24 * 60 * 60 * 1000);
    expect((await get('/api/session', token)).status).toBe(401);
  });

  it('says the same of a wrong name and of a wrong password', async () => {
    const wrongName = await failureOf(await post('/api/session', { username: 'nobody', password: 'x' }, null));
    const wrongPassword = await failureOf(await post('/api/session', { username: 'admin', password: 'x' }, null));
    expect(wrongName).toEqual({ status: 401, error: { code: 'NOT_SIGNED_IN', message: 'The name or the password is wrong' } });
    expect(wrongPassword).toEqual(wrongName);
  });

  it('slows down whoever guesses, and refuses even the right password meanwhile', async () => {
    for (let guess = 0; guess < 5; guess += 1)
      expect((await post('/api/session', { username: 'admin', password: 'x' }, null)).status).toBe(401);
    const response = await post('/api/session', { username: 'ADMIN', password: 'admin-password' }, null);
    expect(response.headers.get('retry-after')).toBe('900');
    expect(await failureOf(response)).toMatchObject({ status: 429, error: { code: 'TOO_MANY_TRIES' } });
    await signIn('viewer');
    station.clock.advance(15 * 60 * 1000);
    await signIn('admin');
  });

  it('counts guesses that are made at once', async () => {
    const guesses = Array.from({ length: 12 }, () => post('/api/session', { username: 'admin', password: 'x' }, null));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });
});

describe('roles over HTTP', () => {
  it('refuse whoever has not signed in, or brings a token that is nothing', async () => {
    expect(await failureOf(await get('/api/air', null))).toMatchObject({ status: 401, error: { code: 'NOT_SIGNED_IN' } });
    expect(await failureOf(await get('/api/air', 'made-up'))).toMatchObject({ status: 401, error: { code: 'NOT_SIGNED_IN' } });
  });

  it.each([
    ['viewer', 403, 403],
    ['operator', 200, 403],
    ['scheduler', 200, 202],
    ['admin', 200, 202],
  ])('let a %s do what the role may', async (username, panic, startImport) => {
    const token = await signIn(username);
    expect((await post('/api/air/panic', {}, token)).status).toBe(panic);
    expect((await post('/api/library/imports', { path: '/media' }, token)).status).toBe(startImport);
    expect((await get('/api/library/imports', token)).status).toBe(200);
  });

  it('name the role that a call needs', async () => {
    const failure = await failureOf(await post('/api/air/panic', {}, await signIn('viewer')));
    expect(failure).toEqual({
      status: 403,
      error: { code: 'ROLE_TOO_LOW', message: 'This call needs the role operator; viewer is viewer' },
    });
  });

  it('are the same on the console’s own way in', async () => {
    const response = await post('/rpc/air/panic', { json: {} }, await signIn('viewer'));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ json: { code: 'ROLE_TOO_LOW' } });
    expect((await post('/rpc/air/panic', {}, await signIn('operator'))).status).toBe(200);
  });

  it('are judged before the input', async () => {
    expect((await post('/api/library/imports', { nonsense: true }, await signIn('viewer'))).status).toBe(403);
  });
});

describe('failures over HTTP', () => {
  it.each([
    [{}, 'path'],
    [{ path: 7 }, 'path'],
    [{ path: '/media', kind: 'sitcom' }, 'kind'],
    [{ path: '/media', knid: 'promo' }, 'knid'],
  ])('name the field of %j', async (body, field) => {
    const failure = await failureOf(await post('/api/library/imports', body, await signIn('admin')));
    expect(failure).toMatchObject({ status: 400, error: { code: 'BAD_INPUT', field } });
  });

  it('name the field of a query', async () => {
    const failure = await failureOf(await get('/api/as-run?limit=many', await signIn('admin')));
    expect(failure).toMatchObject({ status: 400, error: { code: 'BAD_INPUT', field: 'limit' } });
  });

  it.each([
    ['{"path":', 'application/json', 'The body is not valid JSON'],
    ['path=/media', 'application/x-www-form-urlencoded', 'Send JSON, with Content-Type: application/json'],
    ['{"path":"/media"}', 'text/plain', 'Send JSON, with Content-Type: application/json'],
  ])('refuse the body %s as %s', async (body, contentType, message) => {
    const headers = { 'content-type': contentType, authorization: `Bearer ${await signIn('admin')}` };
    const response = await fetch(url('/api/library/imports'), { method: 'POST', body, headers });
    expect(await failureOf(response)).toEqual({ status: 400, error: { code: 'BAD_INPUT', message } });
  });

  it('refuse a body that is too large, and let its sender read why', async () => {
    const response = await post('/api/library/imports', { path: 'x'.repeat(2 * 1024 * 1024) }, await signIn('admin'));
    expect(await failureOf(response)).toMatchObject({ status: 413, error: { code: 'TOO_LARGE' } });
  });

  it.each(['/api/nothing', '/api', '/api/library/assets/1/2', '/rpc/nothing', '/nothing.html', '/../../etc/passwd'])(
    'answer 404 at %s',
    async (path) => {
      expect(await failureOf(await get(path, await signIn('admin')))).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    },
  );

  it('answer 405 for a method that a path does not know, with those that it knows', async () => {
    const response = await fetch(url('/api/air/take'), { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('POST');
    expect(await failureOf(response)).toMatchObject({ status: 405, error: { code: 'METHOD_NOT_ALLOWED' } });
    expect((await fetch(url('/api/session'), { method: 'PATCH' })).headers.get('allow')).toBe('POST, GET, DELETE');
  });

  it('carry the code and status of a refusal', async () => {
    const failure = await failureOf(await post('/api/air/take', {}, await signIn('admin')));
    expect(failure).toEqual({ status: 409, error: { code: 'NOTHING_TO_TAKE', message: 'Nothing comes next' } });
  });

  it('tell nothing of what is inside when something breaks, and write it to the log', async () => {
    const response = await get('/api/library/assets/broken', await signIn('admin'));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toEqual({ error: { code: 'INTERNAL', message: 'The station failed at this call; its log says why' } });
    expect(text).not.toContain('/secret/place');
    expect(station.logged()).toContain('/secret/place');
  });

  it('allow no other site to call', async () => {
    const response = await fetch(url('/api/air'), { headers: { origin: 'http://evil.example' } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect((await fetch(url('/api/air'), { method: 'OPTIONS' })).status).toBe(405);
  });

  it('refuse a name that a strange page made resolve to this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      const request = httpRequest(url('/healthz'), { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      );
      request.on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('answer what is not HTTP in the same shape', async () => {
    const socket = connect(Number(new URL(station.origin).port), '127.0.0.1');
    socket.write('nonsense\r\n\r\n');
    let text = '';
    for await (const chunk of socket) text += String(chunk);
    expect(text).toContain('HTTP/1.1 400 Bad Request');
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ error: { code: 'BAD_INPUT' } });
  });
});

describe('what the server serves besides', () => {
  it('tells whether the station is well to anybody', async () => {
    expect(await (await get('/healthz', null)).json()).toMatchObject({ status: 'ok' });
  });

  it('describes the API, with every error in the one shape', async () => {
    const document = (await (await get('/openapi.json', null)).json()) as OpenAPI.Document;
    expect(document.paths?.['/api/library/imports']?.post).toMatchObject({
      operationId: 'library.startImport',
      description: 'Least role: scheduler.',
      security: [{ bearer: [] }],
      responses: { 202: {}, default: { $ref: '#/components/responses/Failure' } },
    });
    expect(document.paths?.['/healthz']?.get?.security).toEqual([]);
    expect(document.components?.responses?.Failure).toMatchObject({
      content: { 'application/json': { schema: { properties: { error: { required: ['code', 'message'] } } } } },
    });
  });

  it('says how to build the console when there is none, and serves it when there is, under a strict policy', async () => {
    expect(await (await get('/', null)).text()).toContain('npm run build');
    mkdirSync(join(folder, 'renderer'));
    writeFileSync(join(folder, 'renderer', 'index.html'), '<p>console</p>');
    const page = await get('/', null);
    expect(await page.text()).toBe('<p>console</p>');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8081;");
    expect(policy).not.toContain('unsafe');
  });

  it('sends what happens as server-sent events, until the listener goes', async () => {
    const leaving = new AbortController();
    const response = await fetch(url('/api/events'), {
      headers: { authorization: `Bearer ${await signIn('viewer')}` },
      signal: leaving.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = '';
    while (!text.includes('revision')) {
      text += new TextDecoder().decode((await reader.read()).value);
      station.feed.publish({ type: 'playlog-changed', revision: 7 });
    }
    expect(text).toContain('data: {"type":"playlog-changed","revision":7}');
    leaving.abort();
    await expect(reader.read()).rejects.toThrow();
  });

  it('speaks to a console’s own client: calls, refusals, events', async () => {
    const token = await signIn('operator');
    const link = new RPCLink({ url: `${station.origin}/rpc`, headers: { authorization: `Bearer ${token}` } });
    const console: ContractRouterClient<typeof stationContract> = createORPCClient(link);
    expect(await console.session.current()).toMatchObject({ username: 'operator' });
    expect(await console.air.panic()).toEqual({ frame: 1, at: '2026-03-01T00:00:00.000Z' });
    await expect(console.air.take()).rejects.toMatchObject({ code: 'NOTHING_TO_TAKE', status: 409 });
    await expect(console.asRun.list({ limit: 0 })).rejects.toMatchObject({ code: 'BAD_INPUT', data: { field: 'limit' } });
    const events = await console.events.subscribe();
    const first = events.next();
    const ticking = setInterval(() => station.feed.publish({ type: 'playlog-changed', revision: 8 }), 20);
    expect((await first).value).toEqual({ type: 'playlog-changed', revision: 8 });
    clearInterval(ticking);
    await events.return();
  });

  it('asks a listener to sign in', async () => {
    expect((await get('/api/events', null)).status).toBe(401);
  });
});
