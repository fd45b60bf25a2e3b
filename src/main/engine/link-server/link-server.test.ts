import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EngineStatus } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { Refusal } from '../channel/refusal.ts';
import { silentLog } from '../testing/engine-parts.ts';
import { LinkClient } from '../testing/link-client.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { LinkServer } from './link-server.ts';
import { socketPath } from './socket-path.ts';

async function serve(): Promise<{ path: string; tellEvidence: (seq: number) => void }> {
  const path = join(await temporaryFolder(), 'engine.sock');
  const listeners = new Set<(seq: number) => void>();
  const server = new LinkServer({
    path,
    handlers: {
      panic: () => ({ frame: frames(7) }),
      return: () => {
        throw new Refusal('NOT_OVERRIDDEN', 'The rundown is on air already');
      },
      take: () => Promise.reject(new Error('/secret/path broke')),
    },
    status: () => ({ frame: 7 }) as EngineStatus,
    onEvidence: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onMeters: () => () => undefined,
    onAlarm: () => () => undefined,
    log: silentLog,
  });
  await server.start();
  onTestFinished(() => server.close());
  const tellEvidence = (seq: number): void => {
    for (const listener of listeners) listener(seq);
  };
  return { path, tellEvidence };
}

describe('LinkServer', () => {
  it('answers calls, refusals and failures, each with its code', async () => {
    const client = new LinkClient((await serve()).path);
    expect(await client.call('panic', { cause: 'anna' })).toEqual({ frame: 7 });
    expect(await client.request('return', { policy: 'rejoin', cause: 'anna' })).toMatchObject({ error: { code: 'NOT_OVERRIDDEN' } });
    expect(await client.request('panic', { cause: 7 })).toMatchObject({ error: { code: 'BAD_INPUT' } });
    expect(await client.request('constructor', {})).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await client.request('take', { cause: 'anna' })).toMatchObject({
      error: { code: 'INTERNAL', message: 'The engine could not do it' },
    });
    client.close();
  });

  it('cuts off who talks nonsense and serves the others on', async () => {
    const { path } = await serve();
    const [rude, other] = [new LinkClient(path), new LinkClient(path)];
    rude.write('GET / HTTP/1.1\n');
    await rude.closed();
    expect(await other.call('panic', { cause: 'anna' })).toEqual({ frame: 7 });
    other.close();
  });

  it('tells every peer of status and evidence', async () => {
    const { path, tellEvidence } = await serve();
    const peers = [new LinkClient(path), new LinkClient(path)];
    await Promise.all(peers.map((peer) => peer.call('panic', { cause: 'anna' })));
    tellEvidence(12);
    for (const peer of peers) {
      await expect.poll(() => peer.events.some(({ event }) => event === 'status')).toBe(true);
      await expect.poll(() => peer.events).toContainEqual({ event: 'evidence', data: { seq: 12 } });
      peer.close();
    }
  });

  it('is open to this user only', async () => {
    const { path } = await serve();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});

describe('socketPath', () => {
  it('stands in the folder unless that path is too long for a socket', () => {
    expect(socketPath('/srv/tv/engine', 'linux')).toBe('/srv/tv/engine/engine.sock');
    const long = socketPath(`/${'x'.repeat(120)}`, 'linux');
    expect(Buffer.byteLength(long)).toBeLessThan(100);
    expect(long).not.toBe(socketPath(`/${'y'.repeat(120)}`, 'linux'));
    expect(socketPath('C:\\tv\\engine', 'win32')).toMatch(/^\\\\\.\\pipe\\perpetua-[0-9a-f]+$/);
  });
});
