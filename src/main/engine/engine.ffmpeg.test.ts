import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeCodedClip } from '../../../test-media/index.ts';
import { type Evidence, outputsSchema, type RundownItem } from '../../shared/engine-protocol/index.ts';
import { decibels, firstFrameFrom, frames, milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../domain/playout/rundown.arbitrary.ts';
import { readEvidenceLine } from './evidence/seal-evidence.ts';
import { enginePaths } from './folder/engine-paths.ts';
import { isProcessAlive } from './folder/process-identity.ts';
import { LinkClient } from './testing/link-client.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const RATE = parseFrameRate('25/1');
const ENTRY = resolve(import.meta.dirname, 'engine.ts');
const CONFIG = {
  width: 320,
  height: 180,
  video: { preset: 'ultrafast', bitrateKbps: 500 },
  hls: { segmentSeconds: 1 },
  streamPort: 0,
  rtmpPort: 0,
};

async function station(): Promise<{ folder: string; media: string }> {
  const folder = await temporaryFolder();
  const media = join(folder, 'clip.mp4');
  await mkdir(enginePaths(folder).folder);
  await writeFile(enginePaths(folder).config, JSON.stringify(CONFIG));
  await makeCodedClip({ path: media, clipId: 1, frames: 100, rate: RATE, width: 320, height: 180, audio: 'stereo' });
  return { folder, media };
}

function start(folder: string): ChildProcess {
  const engine = spawn(process.execPath, [ENTRY, '--dir', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void engine.kill('SIGKILL'));
  return engine;
}

/** Connects to an engine once it can be reached. */
async function attach(folder: string, engine: ChildProcess): Promise<LinkClient> {
  const { address } = enginePaths(folder);
  const pid = async (): Promise<number | null> => (existsSync(address) ? JSON.parse(await readFile(address, 'utf8')).pid : null);
  await expect.poll(pid).toBe(engine.pid);
  return LinkClient.to(address);
}

/** Items of a clip, one after the other, from a second ago on. */
function items(media: string, count: number): RundownItem[] {
  const first = firstFrameFrom(milliseconds(Date.now()), RATE) - 25;
  const source = { type: 'file' as const, path: media, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
  return Array.from({ length: count }, (_, index) => rundownItem(`item-${index}`, first + index * 100, 100, { source }));
}

async function journal(folder: string): Promise<readonly Evidence[]> {
  const path = enginePaths(folder).journal;
  const texts = await Promise.all((await readdir(path)).sort().map((name) => readFile(join(path, name), 'utf8')));
  const records = texts.flatMap((text) => text.trimEnd().split('\n')).map(readEvidenceLine);
  if (records.some((record) => record === null)) throw new Error('The journal holds a line that is not whole');
  return records as Evidence[];
}

async function childrenOf(folder: string): Promise<readonly number[]> {
  const children: { pid: number }[] = JSON.parse(await readFile(enginePaths(folder).children, 'utf8'));
  return children.map(({ pid }) => pid);
}

describe('the engine process', () => {
  it('airs what it is told over the link, and leaves neither process nor address behind when it is told to go', async () => {
    const { folder, media } = await station();
    const engine = start(folder);
    const client = await attach(folder, engine);
    const { addresses } = await client.call('hello', { protocol: 1 });
    await client.call('load', { rundown: rundownOf(...items(media, 6)), basedOnSeq: 0 });
    await expect.poll(async () => (await client.call('status', {})).onAir?.picture).toBe('item');
    await expect.poll(async () => (await fetch(addresses.hls)).status).toBe(200);
    // A take, like a return, waits two seconds for what it needs and is refused then: a busy machine needs longer.
    await expect.poll(async () => (await client.call('status', {})).next?.cue).toBe('cued');
    const before = (await client.call('status', {})).onAir?.item?.id;
    const { frame } = await client.call('take', { cause: 'anna' });
    await expect.poll(async () => (await client.call('status', {})).onAir?.startFrame).toBe(frame);
    expect((await client.call('status', {})).onAir?.item?.id).not.toBe(before);
    await expect(client.call('load', { rundown: rundownOf(...items(media, 6)), basedOnSeq: 0 })).rejects.toThrow('STALE_REVISION');
    await client.call('panic', { cause: 'anna' });
    await expect.poll(async () => (await client.call('status', {})).mode).toBe('panic');
    await expect(client.call('take', { cause: 'anna' })).rejects.toThrow('LOCKED');
    await expect.poll(() => client.request('return', { policy: 'rejoin', cause: 'anna' })).toHaveProperty('result');
    const children = await childrenOf(folder);
    const exit = once(engine, 'exit');
    await client.call('leaveAir', { cause: 'anna' });
    expect(await exit).toEqual([0, null]);
    expect(children.filter(isProcessAlive)).toEqual([]);
    expect(existsSync(enginePaths(folder).address)).toBe(false);
    const records = await journal(folder);
    expect(records.at(-1)?.body.type).toBe('off-air');
    expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1));
  });

  it('goes on by itself after it was killed, with the missing evidence and the chain unbroken', async () => {
    const { folder, media } = await station();
    const first = start(folder);
    const client = await attach(folder, first);
    await client.call('load', { rundown: rundownOf(...items(media, 12)), basedOnSeq: 0 });
    await expect.poll(() => existsSync(enginePaths(folder).position)).toBe(true);
    await expect.poll(async () => (await client.call('status', {})).onAir?.picture).toBe('item');
    const children = await childrenOf(folder);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const lost = await journal(folder);
    const second = start(folder);
    const again = await attach(folder, second);
    await expect.poll(async () => (await again.call('status', {})).onAir?.picture).toBe('item');
    // Ended children keep their numbers until the system has asked after them.
    await expect.poll(() => children.filter(isProcessAlive)).toEqual([]);
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
    const records = await journal(folder);
    const added = records.slice(lost.length).map(({ body }) => body);
    const started = lost.findLast(({ body }) => body.type === 'item-started')?.body;
    expect(added[0]).toMatchObject({
      type: 'item-ended',
      reason: 'engine-lost',
      airingId: started?.type === 'item-started' && started.airingId,
    });
    expect(added[1]).toMatchObject({ type: 'on-air', lostFrom: added[0]?.frame });
    expect(added[2]).toMatchObject({ type: 'item-started', reason: 'joined-in-progress' });
    expect(records.slice(1).map(({ prevHash }) => prevHash)).toEqual(records.slice(0, -1).map(({ hash }) => hash));
  });

  it('adds and removes outputs on air without touching the others, and has them again after it was killed', async () => {
    const { folder } = await station();
    const first = start(folder);
    const client = await attach(folder, first);
    const sinks = async (of: LinkClient) => (await of.call('status', {})).sinks;
    const stateOf = async (of: LinkClient, id: string) => (await sinks(of)).find((sink) => sink.id === id)?.state ?? null;
    const log = { id: 'log', name: 'Log', type: 'recorder', leastFreeGigabytes: 0 };
    const hall = { id: 'hall', name: 'Hall', type: 'udp', url: 'udp://127.0.0.1:9' };
    await client.call('setOutputs', { outputs: outputsSchema.parse([log, hall]) });
    for (const id of ['log', 'hall']) await expect.poll(() => stateOf(client, id)).toBe('running');
    const sent = (await sinks(client)).find(({ id }) => id === 'log')?.bytesSent ?? 0;
    await client.call('setOutputs', { outputs: outputsSchema.parse([log]) });
    await expect.poll(() => stateOf(client, 'hall')).toBe(null);
    await expect.poll(async () => (await sinks(client)).find(({ id }) => id === 'log')?.bytesSent).toBeGreaterThan(sent);
    expect((await sinks(client)).map(({ id, state }) => `${id} ${state}`).sort()).toEqual([
      ...['hls running', 'log running', 'preview running', 'rtmp running'],
    ]);
    expect(await client.request('setOutputs', { outputs: [hall, hall] })).toMatchObject({ error: { code: 'BAD_INPUT' } });
    const { addresses } = await client.call('hello', { protocol: 1 });
    const preview = await fetch(new URL('/preview.mp4', addresses.hls));
    expect([preview.status, preview.headers.get('content-type')]).toEqual([200, expect.stringContaining('video/mp4')]);
    await preview.body?.cancel();
    first.kill('SIGKILL');
    await once(first, 'exit');
    const recordings = async () => await readdir(join(enginePaths(folder).recordings, 'log'));
    const kept = await recordings();
    const second = start(folder);
    const again = await attach(folder, second);
    await expect.poll(() => stateOf(again, 'log')).toBe('running');
    second.kill('SIGTERM');
    expect(await once(second, 'exit')).toEqual([0, null]);
    // Files of each engine, of which one begins with every hour: what the first one wrote is kept.
    const found = await recordings();
    expect(found).toEqual(expect.arrayContaining(kept.map((name) => name.replace(/\.part$/, ''))));
    expect(found.length).toBeGreaterThan(kept.length);
  });

  it('refuses to run twice on one folder, and says so', async () => {
    const { folder } = await station();
    const first = start(folder);
    await attach(folder, first);
    const second = start(folder);
    let said = '';
    second.stderr?.on('data', (chunk) => {
      said += chunk;
    });
    expect(await once(second, 'close')).toEqual([3, null]);
    expect(said).toContain('already');
    first.kill('SIGINT');
    expect(await once(first, 'exit')).toEqual([0, null]);
  });

  it('airs the slate with a configuration and a rundown that make no sense, and is not ended by a hang-up', async () => {
    const { folder } = await station();
    await writeFile(enginePaths(folder).rundown, '{"rundown":');
    const engine = start(folder);
    engine.stderr?.destroy();
    const client = await attach(folder, engine);
    engine.kill('SIGHUP');
    client.write('{"id":1,"method":"load","params":{"rundown":null}}\n');
    await expect.poll(async () => (await client.call('status', {})).onAir?.picture).toBe('slate');
    engine.kill('SIGTERM');
    expect(await once(engine, 'exit')).toEqual([0, null]);
  });
});
