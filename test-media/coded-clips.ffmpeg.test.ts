import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFrameRate, parseFrameRate } from '../src/shared/time/index.ts';
import { startFfmpeg } from './ffmpeg-process.ts';
import { type ClipSpec, expectExactJoins, makeCodedClip, readCodedStream } from './index.ts';

const PAL = parseFrameRate('25/1');
const BASE: ClipSpec = { clipId: 5, frames: 60, rate: PAL, width: 320, height: 180, audio: 'stereo' };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coded-clips-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Airs a clip as a channel would: fitted into a wide picture with black bars, at the channel's rate, x264 at a low quality. */
async function air(clip: string, name: string, rate: string, size: readonly [number, number]): Promise<string> {
  const [width, height] = size;
  const fit =
    `fps=${rate},scale=iw*sar:ih,setsar=1,scale=${width}:${height}:force_original_aspect_ratio=decrease,` +
    `pad=${width}:${height}:(ow-iw)/2:(oh-ih)/2,format=yuv420p`;
  const output = join(folder, `${name}.ts`);
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30', '-c:a', 'aac', '-b:a', '96k'];
  await startFfmpeg(['-loglevel', 'error', '-nostdin', '-y', '-i', clip, '-vf', fit, ...codec, output], 0).ended;
  return output;
}

describe('every frame of a coded clip is read back', () => {
  const clips: readonly [string, string, Partial<ClipSpec>][] = [
    ['24 frames a second', 'mp4', { rate: parseFrameRate('24') }],
    ['25 at high definition', 'mp4', { width: 1280, height: 720 }],
    ['29.97 in Matroska', 'mkv', { rate: parseFrameRate('30000/1001') }],
    ['50 with 44.1 kHz mono', 'mp4', { rate: parseFrameRate('50'), audio: 'mono', sampleRate: 44_100 }],
    ['5.1 sound', 'mp4', { audio: '5.1' }],
    ['MPEG-2 with MP2 in a transport stream', 'ts', { videoCodec: 'mpeg2video', audioCodec: 'mp2' }],
    ['ten bits, uncompressed sound', 'mov', { pixelFormat: 'yuv420p10le', audioCodec: 'pcm_s16le' }],
    ['wide-screen PAL, interlaced', 'mp4', { width: 720, height: 576, sar: '64:45', interlaced: true }],
    ['turned a quarter', 'mp4', { width: 180, height: 320, rotation: 90 }],
    ['upside down', 'mp4', { rotation: 180 }],
    ['the highest numbers', 'mp4', { clipId: 1023 }],
  ];
  it.each(clips)('%s', async (name, container, change) => {
    const spec = { ...BASE, ...change };
    const path = await makeCodedClip({ ...spec, path: join(folder, `${name}.${container}`) });
    const report = await readCodedStream(path, { channel: { rate: spec.rate } });
    expectExactJoins(report, [{ clipId: spec.clipId, from: 0, to: 60 }]);
    expect(report.sync.pairs.length).toBeGreaterThanOrEqual(1);
    for (const { offsetMs } of report.sync.pairs) expect(Math.abs(offsetMs)).toBeLessThan(2);
    expect(report.silences).toEqual([]);
  });

  it('has no sound when it is to have none', async () => {
    const path = await makeCodedClip({ ...BASE, audio: 'none', path: join(folder, 'mute.mp4') });
    const report = await readCodedStream(path, { channel: { rate: PAL }, hasSound: false });
    expectExactJoins(report, [{ clipId: 5, from: 0, to: 60 }]);
    expect(report.sound).toBeNull();
    expect(report.sync.unpairedFlashes).toBe(2);
  });

  it('shows the frames that a variable rate leaves out as jumps with a break in time', async () => {
    const path = await makeCodedClip({ ...BASE, frames: 20, variableRate: true, path: join(folder, 'phone.mp4') });
    const report = await readCodedStream(path, { channel: { rate: PAL } });
    expect(report.jumps.map(({ due, got }) => [due, got])).toEqual([3, 8, 13, 18].map((left) => [left, left + 1]));
    expect(report.timeBreaks.map(({ missingFrames }) => missingFrames)).toEqual([1, 1, 1, 1]);
  });
});

describe('every frame is read after a channel has fitted, padded and coded it', () => {
  const clips: readonly [string, Partial<ClipSpec>][] = [
    ['16:9', { width: 640, height: 360 }],
    ['4:3', { width: 640, height: 480 }],
    ['portrait', { width: 360, height: 640 }],
    ['cinema', { width: 956, height: 400 }],
    ['anamorphic', { width: 720, height: 576, sar: '64:45' }],
  ];
  it.each(clips)('%s at 320x180 and at 160x90', async (name, change) => {
    const path = await makeCodedClip({ ...BASE, ...change, path: join(folder, `${name}.mp4`) });
    for (const size of [[320, 180] as const, [160, 90] as const]) {
      const report = await readCodedStream(await air(path, `${name}-${size[0]}`, '25', size), { channel: { rate: PAL } });
      expect(report.runs).toMatchObject([{ clipId: 5, from: 0, to: 60, frames: 60 }]);
      expect([report.uncoded, report.timeBreaks]).toEqual([[], []]);
    }
  });

  const rates = ['24', '30000/1001', '50', '60000/1001'].flatMap((clip) => ['25', '30000/1001'].map((channel) => [clip, channel] as const));
  it.each(rates)('%s on a channel at %s', async (clipRate, channelRate) => {
    const rate = parseFrameRate(clipRate);
    const name = `converted ${clipRate} ${channelRate}`.replaceAll('/', '-');
    const frames = Math.round((3 * rate.num) / rate.den);
    const clip = await makeCodedClip({ ...BASE, frames, rate, path: join(folder, `${name}.mp4`) });
    const channel = { rate: parseFrameRate(channelRate), clipRates: { 5: rate } };
    const report = await readCodedStream(await air(clip, name, formatFrameRate(channel.rate), [320, 180]), { channel });
    expect(report.runs).toHaveLength(1);
    expect(report.runs[0]?.from).toBeLessThanOrEqual(1);
    expect(report.runs[0]?.to).toBeGreaterThanOrEqual(frames - 2);
    expect([report.repeats, report.jumps, report.uncoded, report.timeBreaks]).toEqual([[], [], [], []]);
  });
});

describe('a stream is read however it comes', () => {
  it('as an HLS playlist and as a stream of bytes, with the same result', async () => {
    const clip = await makeCodedClip({ ...BASE, path: join(folder, 'forms.mp4') });
    const playlist = join(folder, 'index.m3u8');
    const hls = ['-c', 'copy', '-hls_time', '1', '-hls_list_size', '0', playlist];
    await startFfmpeg(['-loglevel', 'error', '-nostdin', '-y', '-i', clip, ...hls], 0).ended;
    const transport = await air(clip, 'forms', '25', [320, 180]);
    const reports = [
      await readCodedStream(playlist, { channel: { rate: PAL } }),
      await readCodedStream(createReadStream(transport), { channel: { rate: PAL } }),
    ];
    for (const report of reports) expectExactJoins(report, [{ clipId: 5, from: 0, to: 60 }]);
  });

  it('stops after so many frames of a stream that goes on', async () => {
    const clip = await makeCodedClip({ ...BASE, frames: 500, width: 160, height: 90, path: join(folder, 'long.ts') });
    const report = await readCodedStream(clip, { channel: { rate: PAL }, maxFrames: 40 });
    expectExactJoins(report, [{ clipId: 5, from: 0, to: 40 }]);
  });

  it('says why it can not read what is no stream', async () => {
    await expect(readCodedStream(join(folder, 'nothing.mp4'), { channel: { rate: PAL } })).rejects.toThrow(/No such file/);
  });
});
