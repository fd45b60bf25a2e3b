import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import { type Evidence, type Input, inputsSchema, type RundownItem } from '../../../shared/engine-protocol/index.ts';
import { decibels, type Frames, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { enginePaths } from '../folder/engine-paths.ts';
import { freePort } from '../sinks/testing/paced-channel.ts';
import { startEngine } from '../start-engine.ts';
import { silentLog } from '../testing/engine-parts.ts';
import { LinkClient } from '../testing/link-client.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const RATE = parseFrameRate('25/1');
const PROGRAMME_FRAMES = 3000;
const PATIENT = { timeout: 60_000, interval: 100 };

/** An engine on air with a long programme (clip 1), recording what it airs; a live source's clip is number 2. */
async function station() {
  const folder = await temporaryFolder();
  const paths = enginePaths(folder);
  const [programme, camera] = [join(folder, 'programme.mp4'), join(folder, 'camera.mp4')];
  const shape = { rate: RATE, width: 160, height: 90, audio: 'stereo' as const };
  await makeCodedClip({ ...shape, path: programme, clipId: 1, frames: PROGRAMME_FRAMES });
  await makeCodedClip({ ...shape, path: camera, clipId: 2, frames: 1500 });
  await mkdir(paths.folder, { recursive: true });
  const log = { id: 'log', name: 'Log', type: 'recorder', leastFreeGigabytes: 0, segmentMinutes: 1440 };
  const video = { preset: 'ultrafast', bitrateKbps: 600 };
  await writeFile(paths.config, JSON.stringify({ width: 160, height: 90, video, streamPort: 0, rtmpPort: 0, outputs: [log] }));
  let hasLeft: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    hasLeft = resolve;
  });
  const engine = await startEngine(folder, silentLog, hasLeft);
  const leave = async (): Promise<void> => {
    await engine.leaveAir('test');
    await left;
  };
  onTestFinished(leave);
  const client = await LinkClient.to(paths.address);
  onTestFinished(() => client.close());
  const { frame } = await client.call('status', {});
  const source = { type: 'file' as const, path: programme, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
  const item: RundownItem = rundownItem('programme', frame, PROGRAMME_FRAMES, { source });
  await client.call('load', { rundown: rundownOf(item), basedOnSeq: 0 });
  return { camera, client, item, leave, recordings: join(paths.recordings, 'log') };
}

type Station = Awaited<ReturnType<typeof station>>;

/** Sends the camera's clip at real time's pace, with a key frame a second. */
function send(camera: string, to: readonly string[]): ChildProcess {
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-g', '25', '-c:a', 'aac', '-ac', '2'];
  const child = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-re', '-i', camera, ...coded, ...to], { stdio: 'ignore' });
  onTestFinished(() => end(child));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}

async function inputOf({ client }: Station) {
  return (await client.call('status', {})).inputs[0];
}

async function watch(to: Station, input: object): Promise<void> {
  const common = { id: 'studio', name: 'Studio', stableAfterSeconds: 1 };
  await to.client.call('setInputs', { inputs: inputsSchema.parse([{ ...common, ...input }]) as Input[] });
}

/** Arms the input, airs it for so many frames, and gives its first frame. */
async function takeToAir({ client }: Station, length: number): Promise<Frames> {
  const source = { type: 'live' as const, inputId: 'studio' };
  await client.call('arm', { source });
  await expect.poll(async () => (await client.call('status', {})).armed?.cue, PATIENT).toBe('cued');
  const { frame } = await client.call('breaking', { source, cause: 'anna', note: 'flood', returnBy: 'rejoin' });
  await expect.poll(async () => (await client.call('status', {})).frame, PATIENT).toBeGreaterThan(frame + length);
  return frame;
}

async function evidenceOf({ client }: Station): Promise<readonly Evidence['body'][]> {
  return (await client.call('readEvidence', { after: 0, limit: 500 })).records.map(({ body }) => body);
}

/** What a viewer saw: for each frame the clip and its frame number; others are left out. */
async function recorded({ recordings }: Station): Promise<readonly { readonly clip: number; readonly number: number }[]> {
  const [file] = await readdir(recordings);
  const { frames: seen } = await readCodedStream(join(recordings, file ?? ''), { channel: { rate: RATE } });
  return seen.flatMap((frame) => (frame.kind === 'coded' ? [{ clip: frame.clipId, number: frame.frameNumber }] : []));
}

/** The camera's pictures came in their order, and none that is older than the one before it. */
function expectCameraInOrder(seen: Awaited<ReturnType<typeof recorded>>): readonly number[] {
  const camera = seen.filter(({ clip }) => clip === 2).map(({ number }) => number);
  expect(camera).toEqual([...camera].sort((a, b) => a - b));
  return camera;
}

describe('live inputs', () => {
  it('airs what is published over RTMP when told, and is back on programme within 1.5 s when it is lost', async () => {
    const to = await station();
    const { client, item, camera } = to;
    await watch(to, { type: 'rtmp-publish', key: 'studio-key' });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('waiting');
    const rtmp = (await client.call('hello', { protocol: 1 })).addresses.rtmp;
    const address = (key: string) => ['-f', 'flv', rtmp.replace(/[^/]+$/, key)];
    const stranger = send(camera, address('wrong-key'));
    await once(stranger, 'close');
    expect(await inputOf(to)).toMatchObject({ state: 'waiting', thumbnailAgeMs: null });
    const publisher = send(camera, address('studio-key'));
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    expect(await inputOf(to)).toMatchObject({ picture: { width: 160, height: 90 }, hasSound: true });
    await expect.poll(async () => (await client.call('inputThumbnail', { inputId: 'studio' })).jpegBase64, PATIENT).toMatch(/^\/9j\//);
    expect((await client.call('status', {})).mode).toBe('auto');
    const taken = await takeToAir(to, 60);
    expect(await client.call('status', {})).toMatchObject({
      mode: 'live',
      onAir: { title: 'Studio' },
      override: { cause: 'anna', note: 'flood' },
    });
    await end(publisher);
    await expect.poll(async () => (await client.call('status', {})).mode, PATIENT).toBe('auto');
    const back = (await evidenceOf(to)).find((body) => body.type === 'returned')?.frame ?? frames(0);
    await expect.poll(async () => (await client.call('status', {})).frame, PATIENT).toBeGreaterThan(back + 30);
    const ended = (await evidenceOf(to)).find((body) => body.type === 'item-ended' && body.airingId.startsWith('break-in'));
    expect(ended).toMatchObject({ frame: back, reason: 'input-lost', slatedFrames: 0 });
    await to.leave();
    const seen = await recorded(to);
    const cameraSeen = expectCameraInOrder(seen);
    expect(new Set(cameraSeen).size).toBeGreaterThan(40);
    const lastSeen = cameraSeen.at(-1);
    const held = cameraSeen.filter((number) => number === lastSeen).length;
    expect(held).toBeLessThanOrEqual(37);
    const after = seen.slice(seen.findLastIndex(({ clip }) => clip === 2) + 1);
    expect(after[0]).toEqual({ clip: 1, number: back - item.startFrame });
    expect(seen.filter(({ clip }) => clip === 1 || clip === 2)).toHaveLength(seen.length);
    expect(taken).toBeGreaterThan(item.startFrame);
  });

  it('airs what is sent over SRT and goes on with the programme where it was interrupted', async () => {
    const to = await station();
    const port = await freePort();
    await watch(to, { type: 'srt', url: `srt://127.0.0.1:${port}`, mode: 'listener', latencyMs: 50 });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('waiting');
    send(to.camera, ['-f', 'mpegts', `srt://127.0.0.1:${port}?mode=caller`]);
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    const taken = await takeToAir(to, 30);
    const landings = (await to.client.call('status', {})).override?.landings ?? [];
    expect(landings.map(({ policy, item }) => [policy, item?.title])).toEqual([
      ['rejoin', 'programme'],
      ['resume', 'programme'],
      ['next', 'programme'],
    ]);
    const { frame: back } = await to.client.call('return', { policy: 'resume', cause: 'anna' });
    await expect.poll(async () => (await to.client.call('status', {})).frame, PATIENT).toBeGreaterThan(back + 20);
    await to.leave();
    const seen = await recorded(to);
    expectCameraInOrder(seen);
    const before = seen
      .slice(
        0,
        seen.findIndex(({ clip }) => clip === 2),
      )
      .at(-1);
    const after = seen.slice(seen.findLastIndex(({ clip }) => clip === 2) + 1)[0];
    expect(before).toEqual({ clip: 1, number: taken - to.item.startFrame - 1 });
    expect(after).toEqual({ clip: 1, number: taken - to.item.startFrame });
  });

  it('airs what is fetched by HTTP, and tells in words what can not be had', async () => {
    const to = await station();
    let sender: ChildProcess | null = null;
    const server = createServer((_request, response) => {
      sender = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-re', '-i', to.camera, '-c', 'copy', '-f', 'mpegts', 'pipe:1']);
      sender.stdout?.pipe(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(async () => {
      server.closeAllConnections();
      server.close();
      if (sender !== null) await end(sender);
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await watch(to, { type: 'url', url: `http://127.0.0.1:${await freePort()}/secret-path/live.m3u8` });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('failed');
    expect((await inputOf(to))?.detail).toBe('Nobody answers at this address.');
    await watch(to, { type: 'url', url: `http://127.0.0.1:${port}/live.ts` });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    await takeToAir(to, 20);
    await to.client.call('return', { policy: 'rejoin', cause: 'anna' });
    await to.leave();
    expect(new Set(expectCameraInOrder(await recorded(to))).size).toBeGreaterThan(10);
  });
});
