import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { frames, milliseconds } from '../../../../shared/time/index.ts';
import { StreamHub } from '../../hub/index.ts';
import { encodeTestStream, runTool } from '../../hub/testing/test-encoder.ts';
import { LivingChildren, silentLog } from '../../testing/engine-parts.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openHlsSink } from '../hls/index.ts';
import { openRenditionSink } from './rendition-sink.ts';

const RATE = { num: 25, den: 1 };
const FIRST = frames(2_000_000_000);
const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';
const PLAN = { width: 160, height: 90, bitrateKbps: 100, preset: 'ultrafast' } as const;

/** A hub with the channel's own HLS and a rendition of it. */
async function open(ffmpegPath: string) {
  const dir = await temporaryFolder();
  const children = new LivingChildren();
  const hub = new StreamHub({ rate: RATE, epochFrame: FIRST, epochPtsSeconds: 10, log: silentLog });
  const hls = { rate: RATE, segmentSeconds: 1, windowSegments: 30, format: 'ts', master: null } as const;
  hub.attach(await openHlsSink({ ...hls, id: 'hls', dir, log: silentLog }));
  const tools = { ffmpegPath, children, now: () => milliseconds(performance.now()), log: silentLog };
  const rendition = await openRenditionSink({ id: 'hls-90p', plan: PLAN, hls: { ...hls, dir: join(dir, '90p') }, ...tools });
  hub.attach(rendition);
  const read = (name: string) => readFile(join(dir, name), 'utf8');
  return { dir, hub, children, rendition, read };
}

const stream = (frameCount: number, ptsSeconds: number) =>
  encodeTestStream({ rate: RATE, gopFrames: 25, frameCount, ptsSeconds, isPaced: false });

it('gives every frame in the smaller size, cut and dated like the channel', async () => {
  const { dir, hub, children, read } = await open(FFMPEG);
  hub.write(await stream(110, 10));
  await hub.close();
  expect(children.pids.size).toBe(0);
  const [own, smaller] = [await read('index.m3u8'), await read('90p/index.m3u8')];
  expect(smaller).toBe(own);
  expect(smaller.match(/EXTINF/g)).toHaveLength(5);
  const names = smaller.match(/segment-.*/g) ?? [];
  const joined = `concat:${names.map((name) => join(dir, '90p', name)).join('|')}`;
  const shown = ['-select_streams', 'v', '-count_frames', '-show_entries', 'stream=width,height,nb_read_frames', '-of', 'csv=p=0'];
  expect((await runTool('ffprobe', ['-v', 'error', ...shown, joined])).stdout.trim().split('\n')[0]).toBe('160,90,110');
});

it('makes a lost one again, and the channel never notices', async () => {
  const { hub, children, rendition, read } = await open(FFMPEG);
  hub.write(await stream(50, 10));
  await expect.poll(() => rendition.status().state).toBe('running');
  process.kill(children.named('hls-90p')[0] ?? 0, 'SIGKILL');
  await expect.poll(() => rendition.status().state).toBe('backing-off');
  const more = await stream(25, 12);
  let pts = 12;
  await vi.waitFor(
    async () => {
      hub.write(pts === 12 ? Buffer.from(more) : await stream(25, pts));
      pts += 1;
      expect(children.named('hls-90p')).toHaveLength(1);
    },
    { timeout: 60_000, interval: 200 },
  );
  hub.write(await stream(50, pts));
  await hub.close();
  const lengths = [...(await read('index.m3u8')).matchAll(/EXTINF:([\d.]+)/g)].map((match) => Number(match[1]));
  expect(lengths).toEqual(Array(pts + 2 - 10).fill(1));
  expect((await read('90p/index.m3u8')).trim().split('\n').at(-1)).toMatch(new RegExp(`-${FIRST + (pts + 1 - 10) * 25}\\.ts$`));
  expect(children.pids.size).toBe(0);
});

it('says that it can not be made when there is no FFmpeg', async () => {
  const { hub, rendition, read } = await open('/nonexistent/ffmpeg');
  hub.write(await stream(30, 10));
  await expect.poll(() => rendition.status()).toMatchObject({ state: 'backing-off', detail: expect.stringContaining('smaller size') });
  await hub.close();
  expect(await read('index.m3u8')).toContain('EXTINF');
});
