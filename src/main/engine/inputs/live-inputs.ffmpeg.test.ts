import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { freePort } from '../sinks/testing/paced-channel.ts';
import {
  end,
  evidenceOf,
  expectCameraInOrder,
  frameOf,
  goBack,
  inputOf,
  liveStation,
  PATIENT,
  recorded,
  send,
  stoodStill,
  takeToAir,
  watch,
} from './testing/live-station.ts';

describe('live inputs', () => {
  it('airs what is published over RTMP when told, and is back on programme within 1.5 s when it is lost', async () => {
    const to = await liveStation();
    const { client, item, camera } = to;
    await watch(to, { type: 'rtmp-publish', key: 'studio-key' });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('waiting');
    const rtmp = (await client.call('hello', { protocol: 1 })).addresses.rtmp;
    const address = (key: string) => ['-f', 'flv', rtmp.replace(/[^/]+$/, key)];
    const stranger = send(camera, address('wrong-key'));
    await once(stranger, 'close');
    expect(await inputOf(to)).toMatchObject({ state: 'waiting', thumbnailAgeMs: null });
    const publisher = send(camera, address('studio-key'));
    const isSeen = { state: 'stable', picture: { width: 160, height: 90 }, hasSound: true };
    await expect.poll(() => inputOf(to), PATIENT).toMatchObject(isSeen);
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
    expect(stoodStill(seen, to, back)).toBeLessThanOrEqual(37);
    const after = seen.findLastIndex(({ clip }) => clip === 2) + 1;
    expect(seen[after]).toEqual({ clip: 1, number: frameOf(seen, to, after) - item.startFrame });
    expect(seen.filter(({ clip }) => clip === 1 || clip === 2)).toHaveLength(seen.length);
    expect(taken).toBeGreaterThan(item.startFrame);
  });

  it('airs what is sent over SRT and goes on with the programme where it was interrupted', async () => {
    const to = await liveStation();
    const port = await freePort();
    await watch(to, { type: 'srt', url: `srt://127.0.0.1:${port}`, mode: 'listener', latencyMs: 50 });
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('waiting');
    send(to.camera, ['-f', 'mpegts', `srt://127.0.0.1:${port}?mode=caller&connect_timeout=${PATIENT.timeout}`]);
    await expect.poll(async () => (await inputOf(to))?.state, PATIENT).toBe('stable');
    const taken = await takeToAir(to, 30);
    const landings = (await to.client.call('status', {})).override?.landings ?? [];
    expect(landings.map(({ policy, item }) => [policy, item?.title])).toEqual([
      ['rejoin', 'programme'],
      ['resume', 'programme'],
      ['next', 'programme'],
    ]);
    const back = await goBack(to, 'resume');
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
    const to = await liveStation();
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
    await goBack(to, 'rejoin');
    await to.leave();
    expect(new Set(expectCameraInOrder(await recorded(to))).size).toBeGreaterThan(10);
  });
});
