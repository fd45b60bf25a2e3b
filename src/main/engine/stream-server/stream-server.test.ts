import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { keepLog } from '../hub/testing/keep-log.ts';
import { type RunningServer, startStreamServer } from './stream-server.ts';

const RATE = parseFrameRate('25/1');

let root: string;
let server: RunningServer;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'perpetua-http-'));
  const dir = join(root, 'hls');
  await mkdir(join(dir, 'inner'), { recursive: true });
  await writeFile(join(dir, 'index.m3u8'), '#EXTM3U\n');
  await writeFile(join(dir, 'segment-1-50.ts'), '0123456789');
  await writeFile(join(dir, 'state.json'), '{}');
  await writeFile(join(dir, 'segment-2-100.ts.tmp'), 'half');
  await writeFile(join(dir, 'inner', 'deep.ts'), 'deep');
  await writeFile(join(root, 'secret.ts'), 'secret');
  await symlink(join(root, 'secret.ts'), join(dir, 'link.ts'));
  server = await startStreamServer({ dir, host: '127.0.0.1', port: 0, rate: RATE, log: keepLog() });
});
afterEach(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

/** Sends a request line as it stands, which `fetch` would tidy up first. */
function askRaw(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    let answer = '';
    socket.on('data', (bytes: Buffer) => {
      answer += bytes.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('the stream server', () => {
  it('serves the playlist to every site and forbids keeping it', async () => {
    const answer = await ask('/hls/index.m3u8?t=1');
    expect(await answer.text()).toBe('#EXTM3U\n');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/vnd.apple.mpegurl',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'content-length': '8',
    });
  });

  it('serves segments to be kept, whole or in part', async () => {
    const whole = await ask('/hls/segment-1-50.ts');
    expect([whole.status, whole.headers.get('content-type'), await whole.text()]).toEqual([200, 'video/mp2t', '0123456789']);
    expect(whole.headers.get('cache-control')).toContain('immutable');
    const part = await ask('/hls/segment-1-50.ts', { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234']);
    const beyond = await ask('/hls/segment-1-50.ts', { headers: { range: 'bytes=10-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('answers HEAD and OPTIONS without a body', async () => {
    const head = await ask('/hls/segment-1-50.ts', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10', '']);
    const preflight = await ask('/hls/index.m3u8', { method: 'OPTIONS' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('says in a coded error that a method is not allowed', async () => {
    const answer = await ask('/hls/index.m3u8', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await answer.json()).toEqual({ error: { code: 'METHOD_NOT_ALLOWED', message: 'The stream can only be read.' } });
  });

  it.each([
    '/hls/none.ts',
    '/hls/state.json',
    '/hls/segment-2-100.ts.tmp',
    '/hls/link.ts',
    '/hls/inner/deep.ts',
    '/hls/inner',
    '/hls/',
    '/hls/../secret.ts',
    '/hls/%2e%2e/secret.ts',
    '/hls/..%2fsecret.ts',
    '/hls/%252e%252e%252fsecret.ts',
    '/hls/..\\secret.ts',
    '/hls/%00index.m3u8',
    '/hls/%',
    '//hls/index.m3u8',
    '/secret.ts',
  ])('finds nothing at %s', async (target) => {
    const answer = await askRaw(target);
    expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 404 Not Found');
    expect(answer.split('\r\n\r\n')[1]).toBe('{"error":{"code":"NOT_FOUND","message":"There is nothing at this address."}}');
  });

  it('says which port is taken', async () => {
    const options = { dir: root, host: '127.0.0.1', port: server.port, rate: RATE, log: keepLog() };
    await expect(startStreamServer(options)).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      message: `The stream server: port ${server.port} on 127.0.0.1 is in use by another program.`,
    });
  });

  it('frees its port when it closes, whoever is still connected', async () => {
    const lingering = connect(server.port, '127.0.0.1');
    lingering.on('error', () => lingering.destroy());
    await server.close();
    const next = createServer();
    await new Promise<void>((resolve, reject) => next.once('error', reject).listen(server.port, '127.0.0.1', resolve));
    await new Promise((resolve) => next.close(resolve));
  });
});
