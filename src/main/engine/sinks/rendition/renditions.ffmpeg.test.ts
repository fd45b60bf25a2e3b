import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engineConfigSchema } from '../../../../shared/engine-protocol/index.ts';
import { frames, milliseconds, parseFrameRate } from '../../../../shared/time/index.ts';
import { StreamHub, TICKS_PER_SECOND } from '../../hub/index.ts';
import { encodeTestStream, runTool } from '../../hub/testing/test-encoder.ts';
import { LivingChildren, silentLog } from '../../testing/engine-parts.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { openHlsSink } from '../hls/index.ts';
import { Renditions } from './renditions.ts';

/** What FFmpeg calls the profiles whose numbers (ITU-T H.264, A.2) are these, in hexadecimal. */
const PROFILES: Readonly<Record<string, string>> = { '42': 'Constrained Baseline', '4d': 'Main', '64': 'High' };

/** A channel of 320x180 and a rendition of it, as an engine opens them. */
async function air(format: 'ts' | 'fmp4'): Promise<string> {
  const dir = await temporaryFolder();
  const hls = { segmentSeconds: 1, windowSegments: 30, format, renditions: [{ height: 90, bitrateKbps: 80 }] };
  const ffmpegPath = process.env.FFMPEG_PATH ?? 'ffmpeg';
  const config = engineConfigSchema.parse({ width: 320, height: 180, ffmpegPath, hls });
  const rate = parseFrameRate(config.rate);
  const now = () => milliseconds(performance.now());
  const renditions = new Renditions({ config, dir, children: new LivingChildren(), now, log: silentLog });
  const hub = new StreamHub({ rate, epochFrame: frames(2_000_000_000), epochPtsSeconds: 10, log: silentLog });
  hub.attach(await openHlsSink({ ...hls, id: 'hls', dir, rate, master: renditions.master, log: silentLog }));
  for (const plan of renditions.plans) hub.attach(await renditions.open(plan));
  hub.write(await encodeTestStream({ rate, gopFrames: 25, frameCount: 60, ptsSeconds: 10, isPaced: false }));
  await hub.close();
  return dir;
}

/** What a master playlist says of each size: its playlist and the bytes of its profile, constraints and level in hexadecimal. */
async function readMaster(dir: string) {
  const text = await readFile(join(dir, 'index.m3u8'), 'utf8');
  const entry = /CODECS="avc1\.(.{6}),mp4a\.40\.2",RESOLUTION=(\d+x\d+),FRAME-RATE=25\.000\n(.*)/g;
  return [...text.matchAll(entry)].map(([, bytes = '', size, uri = '']) => ({ bytes, size, uri }));
}

/** What FFmpeg reads off the segments of a media playlist. */
async function probe(playlist: string): Promise<string> {
  const shown = ['-select_streams', 'v:0', '-show_entries', 'stream=profile,width,height,level', '-of', 'csv=p=0'];
  const { stdout } = await runTool('ffprobe', ['-v', 'error', '-live_start_index', '0', ...shown, playlist]);
  return stdout.trim().split('\n')[0] ?? '';
}

it.each(['ts', 'fmp4'] as const)('names the profile and the level of each size as they were encoded, in %s', async (format) => {
  const dir = await air(format);
  const sizes = await readMaster(dir);
  expect(sizes.map(({ size, uri }) => `${size} ${uri}`)).toEqual(['320x180 main.m3u8', '160x90 90p/index.m3u8']);
  for (const { bytes, size, uri } of sizes) {
    const level = Number.parseInt(bytes.slice(4), 16);
    expect(await probe(join(dir, uri))).toBe(`${PROFILES[bytes.slice(0, 2)]},${size?.replace('x', ',')},${level}`);
  }
});

it('names the very bytes of the configuration that players read ahead of fragmented MP4', async () => {
  const dir = await air('fmp4');
  for (const { bytes, uri } of await readMaster(dir)) {
    const playlist = await readFile(join(dir, uri), 'utf8');
    const initial = await readFile(join(dir, uri, '..', /EXT-X-MAP:URI="(.*)"/.exec(playlist)?.[1] ?? ''));
    // AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1): its version, then profile, constraints and level.
    const recordAt = initial.indexOf('avcC') + 4;
    expect(initial.toString('hex', recordAt, recordAt + 4)).toBe(`01${bytes}`);
  }
});

it('begins the sound of a segment with its pictures, in each size', async () => {
  const dir = await air('ts');
  for (const { uri } of await readMaster(dir)) {
    const [, second = ''] = (await readFile(join(dir, uri), 'utf8')).match(/segment-.*/g) ?? [];
    const [video, audio] = await Promise.all(['v', 'a'].map((stream) => firstPts(join(dir, uri, '..', second), stream)));
    expect(video).toBe(11 * TICKS_PER_SECOND);
    // One frame of AAC is 1024 samples long.
    expect(Math.floor(((audio ?? 0) - (video ?? 0)) / ((1024 * TICKS_PER_SECOND) / 48_000))).toBe(0);
  }
});

/** The earliest timestamp of a stream in a file, in ticks. */
async function firstPts(path: string, stream: string): Promise<number> {
  const { stdout } = await runTool('ffprobe', [
    '-v',
    'error',
    '-select_streams',
    stream,
    '-show_entries',
    'packet=pts',
    '-of',
    'csv=p=0',
    path,
  ]);
  return Math.min(...(stdout.match(/\d+/g) ?? []).map(Number));
}
