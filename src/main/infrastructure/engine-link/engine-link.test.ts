import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineConfigSchema } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import type { Log } from '../../application/ports/log.ts';
import { isProcessAlive, untilProcessEnds } from '../system/process-life.ts';
import { EngineLink } from './engine-link.ts';

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const CLOCK = { now: () => milliseconds(Date.now()) };
const START_MS = 30_000;

describe('EngineLink', () => {
  let dataFolder: string;
  let links: EngineLink[];

  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'perpetua-link-'));
    links = [];
  });
  afterEach(async () => {
    for (const link of links) await link.leaveAir('test');
    rmSync(dataFolder, { recursive: true, force: true });
  });

  function makeLink(rate = '25/1'): EngineLink {
    const entry = fileURLToPath(new URL('./testing/speaking-engine.ts', import.meta.url));
    const config = engineConfigSchema.parse({ channelName: 'Test channel', rate });
    const link = new EngineLink({ engineFolder: join(dataFolder, 'engine'), dataFolder, entry, config: () => config }, CLOCK, SILENT);
    links.push(link);
    return link;
  }

  const enginePid = (): number => JSON.parse(readFileSync(join(dataFolder, 'engine', 'engine-address.json'), 'utf8')).pid;

  /** Resolves when a link was made (again). */
  const nextConnection = (link: EngineLink): Promise<void> =>
    new Promise((resolve) => {
      const stop = link.listen({
        connected: () => {
          stop();
          resolve();
        },
        disconnected: () => undefined,
        statusHeard: () => undefined,
        evidenceWritten: () => undefined,
      });
    });

  it('starts an engine with its configuration and tells where it streams', async () => {
    const link = makeLink();
    expect(link.isConnected()).toBe(false);
    expect(await link.call('status', {})).toMatchObject({ ok: false, code: 'ENGINE_UNREACHABLE' });
    expect(await link.start(START_MS)).toEqual({ ok: true, value: link.addresses() });
    expect(link.addresses()?.hls).toBe('http://127.0.0.1:1/hls/index.m3u8');
    expect(await link.call('readEvidence', { after: 0, limit: 10 })).toEqual({ ok: true, value: { records: [] } });
  });

  it('has an engine that counts in frames of another rate make room', async () => {
    await makeLink().start(START_MS);
    const first = enginePid();
    await links.pop()?.detach();
    const link = makeLink('50/1');
    await link.start(START_MS);
    expect(enginePid()).not.toBe(first);
    expect(isProcessAlive(first)).toBe(false);
  });

  it('passes on refusals, and does not believe an answer that makes no sense', async () => {
    const link = makeLink();
    await link.start(START_MS);
    expect(await link.call('take', { cause: 'test' })).toEqual({ ok: false, code: 'NOTHING_TO_TAKE', message: 'Nothing comes next' });
    expect(await link.call('panic', { cause: 'test' })).toMatchObject({ ok: false, code: 'INTERNAL' });
  });

  it('passes on what the engine says unasked', async () => {
    const link = makeLink();
    const seq = new Promise<number>((resolve) => {
      const quiet = { connected: () => undefined, disconnected: () => undefined, statusHeard: () => undefined };
      link.listen({ ...quiet, evidenceWritten: resolve });
    });
    await link.start(START_MS);
    expect(await seq).toBe(3);
  });

  it('leaves the engine running when it lets go, and finds it again', async () => {
    const first = makeLink();
    await first.start(START_MS);
    const pid = enginePid();
    await first.detach();
    expect(isProcessAlive(pid)).toBe(true);
    const second = makeLink();
    await second.start(START_MS);
    expect(enginePid()).toBe(pid);
  });

  it('starts another engine when the one it has dies, and answers what was asked in the meantime', async () => {
    const link = makeLink();
    await link.start(START_MS);
    const pid = enginePid();
    const again = nextConnection(link);
    expect(await link.call('return', { policy: 'rejoin', cause: 'test' })).toMatchObject({ ok: false, code: 'ENGINE_UNREACHABLE' });
    await again;
    expect(enginePid()).not.toBe(pid);
    expect(await untilProcessEnds(pid, 5000)).toBe(true);
  });

  it('starts another engine when it was killed', async () => {
    const link = makeLink();
    await link.start(START_MS);
    const again = nextConnection(link);
    process.kill(enginePid(), 'SIGKILL');
    await again;
    expect(link.isConnected()).toBe(true);
  });

  it('waits until the engine is gone when it leaves the air', async () => {
    const link = makeLink();
    await link.start(START_MS);
    const pid = enginePid();
    await link.leaveAir('test');
    expect(isProcessAlive(pid)).toBe(false);
    expect(link.isConnected()).toBe(false);
  });
});
