import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../sinks/testing/paced-channel.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import {
  expectCameraInOrder,
  inputOf,
  type LiveStation,
  liveStation,
  MOST_APART_MS,
  PATIENT,
  recordedReport,
  send,
  takeToAir,
  watch,
} from './testing/live-station.ts';
import { openRtspRelay } from './testing/rtsp-relay.ts';

/** How the camera's input does when all of it comes: FFmpeg tells of picture and sound one after the other. */
const IS_SEEN = { state: 'stable', picture: { width: 160, height: 90 }, hasSound: true };

/** Watches an input, airs it for two seconds and a half, and reads what a viewer got. */
async function air(to: LiveStation, input: object) {
  await watch(to, input);
  await expect.poll(() => inputOf(to), PATIENT).toMatchObject(IS_SEEN);
  await expect.poll(async () => (await to.client.call('inputThumbnail', { inputId: 'studio' })).jpegBase64, PATIENT).toMatch(/^\/9j\//);
  await takeToAir(to, 62);
  await to.leave();
  return recordedReport(to);
}

/** The camera's pictures came in order, and picture and sound belong together. */
function expectInStep(report: Awaited<ReturnType<typeof recordedReport>>): void {
  const pictures = new Set(expectCameraInOrder(report.coded));
  expect(pictures.size).toBeGreaterThan(10);
  expect(report.sync.pairs.filter(({ offsetMs }) => Math.abs(offsetMs) > MOST_APART_MS)).toEqual([]);
  // One flash a second: two in 62 frames for sure, more by chance and while the take is made.
  expect(report.sync.pairs.length).toBeGreaterThan(1);
}

/** An FFmpeg that has no devices, and takes its own sources in their place. What it was told of the times of devices is left out: no source of its own knows it. */
const STAND_IN = `#!/bin/sh
for word do
  shift
  case $word in
    v4l2|alsa) word=lavfi ;;
    -timestamps|abs) continue ;;
  esac
  set -- "$@" "$word"
done
exec "${process.env.FFMPEG_PATH ?? 'ffmpeg'}" "$@"
`;

/** A folder over HTTP. */
async function serve(folder: string): Promise<string> {
  const server = createServer((request, response) => {
    readFile(join(folder, basename(request.url ?? ''))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

describe('an input that is fetched from an address', () => {
  it('is aired from an HLS playlist that goes on', async () => {
    const to = await liveStation();
    const folder = join(to.folder, 'source');
    await mkdir(folder);
    send(to.camera, ['-f', 'hls', '-hls_time', '1', '-hls_list_size', '6', '-hls_flags', 'temp_file', join(folder, 'live.m3u8')]);
    await expect.poll(() => readdir(folder), PATIENT).toContain('live2.ts');
    expectInStep(await air(to, { type: 'url', url: `${await serve(folder)}/live.m3u8` }));
  });

  it('is aired from MPEG-TS over UDP', async () => {
    const to = await liveStation();
    const port = await freePort();
    send(to.camera, ['-f', 'mpegts', `udp://127.0.0.1:${port}?pkt_size=1316`]);
    expectInStep(await air(to, { type: 'url', url: `udp://127.0.0.1:${port}` }));
  });

  it('is aired from a camera over RTSP', async () => {
    const to = await liveStation();
    const url = await openRtspRelay();
    send(to.camera, ['-f', 'rtsp', '-rtsp_transport', 'tcp', url]);
    expectInStep(await air(to, { type: 'url', url }));
  });

  it('is watched from an RTMP server, here the station itself, and from MPEG-TS over RTP', async () => {
    const to = await liveStation();
    const { addresses } = await to.client.call('hello', { protocol: 1 });
    await watch(to, { type: 'url', url: addresses.rtmp });
    await expect.poll(() => inputOf(to), PATIENT).toMatchObject(IS_SEEN);
    const port = await freePort();
    send(to.camera, ['-f', 'rtp_mpegts', `rtp://127.0.0.1:${port}`]);
    await watch(to, { type: 'url', url: `rtp://127.0.0.1:${port}` });
    await expect.poll(async () => (await inputOf(to))?.thumbnailAgeMs, PATIENT).toBeNull();
    await expect.poll(() => inputOf(to), PATIENT).toMatchObject(IS_SEEN);
  });
});

describe.skipIf(process.platform !== 'linux')('a capture device (on Linux: the command line names its kind of devices)', () => {
  it("is coded, watched and aired: FFmpeg's own sources stand in for the system's, all that follows is as it is with a device", async () => {
    const folder = await temporaryFolder();
    const program = join(folder, 'ffmpeg');
    await writeFile(program, STAND_IN, { mode: 0o755 });
    const to = await liveStation({ ffmpegPath: program });
    const input = { type: 'device', picture: `movie=${to.camera},realtime`, sound: `amovie=${to.camera},arealtime`, soundSystem: 'alsa' };
    expectInStep(await air(to, input));
  });
});
