import { execFileSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { judgeFile } from '../../application/library/judge-file.ts';
import { FfmpegMediaProbe } from './ffmpeg-media-probe.ts';
import { TEST_PROGRAMS } from './imported-library.fixture.ts';
import { runFfmpeg } from './tiny-media.ts';

const probe = new FfmpegMediaProbe(TEST_PROGRAMS);
const stillLength = milliseconds(10_000);
const never = new AbortController().signal;
const encoders = execFileSync(TEST_PROGRAMS.ffmpegPath, ['-hide_banner', '-encoders'], { encoding: 'utf8' });
const canEncode = (name: string) => new RegExp(`^ V\\S+ ${name} `, 'm').test(encoders);

let folder: string;
const inFolder = (name: string) => join(folder, name);

async function judge(name: string) {
  const judged = await judgeFile({ probe, stillLength }, inFolder(name), never);
  return judged.ok ? judged.value.media : judged.refusal;
}

/** A second of moving picture, and of sound, as uncompressed sources of everything else. */
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=25:d=1'];
const SOUND = ['-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=1'];

const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const X265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p'];
const AV1 = canEncode('libsvtav1')
  ? ['-c:v', 'libsvtav1', '-preset', '12']
  : ['-c:v', 'libaom-av1', '-cpu-used', '8', '-usage', 'realtime'];
const hasAv1 = canEncode('libsvtav1') || canEncode('libaom-av1');

/** File, picture as asked for, sound as asked for, and what each must be told as. */
const MATRIX: ReadonlyArray<readonly [name: string, picture: readonly string[], sound: string, codecs: readonly [string, string]]> = [
  ['h264-aac.mp4', X264, 'aac', ['h264', 'aac']],
  ['hevc-ac3.mp4', X265, 'ac3', ['hevc', 'ac3']],
  ['h264-mp3.mkv', X264, 'libmp3lame', ['h264', 'mp3']],
  ['hevc-opus.mkv', X265, 'libopus', ['hevc', 'opus']],
  ['prores-pcm.mov', ['-c:v', 'prores_ks', '-pix_fmt', 'yuv422p10le'], 'pcm_s24le', ['prores', 'pcm_s24le']],
  ['mpeg2-ac3.ts', ['-c:v', 'mpeg2video', '-b:v', '500k'], 'ac3', ['mpeg2video', 'ac3']],
  ['h264-mp2.ts', X264, 'mp2', ['h264', 'mp2']],
  ['vp9-opus.webm', ['-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'], 'libopus', ['vp9', 'opus']],
  ['h264-mp3.avi', X264, 'libmp3lame', ['h264', 'mp3']],
  ['mpeg4-pcm.avi', ['-c:v', 'mpeg4'], 'pcm_s16le', ['mpeg4', 'pcm_s16le']],
  ['mpeg2-pcm.mxf', ['-c:v', 'mpeg2video', '-b:v', '500k'], 'pcm_s16le', ['mpeg2video', 'pcm_s16le']],
  ['h264-pcm.mxf', X264, 'pcm_s24le', ['h264', 'pcm_s24le']],
];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  runFfmpeg([...PICTURE, ...SOUND, ...X264, '-g', '10', '-c:a', 'aac', inFolder('whole.mp4')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One frame more or less is the container's: sound that outlasts the picture, or a picture without a length of its own. */
const A_SECOND = expect.toSatisfy((duration: number) => Math.abs(duration - 1000) <= 40);

describe('the import of media of every kind', () => {
  it.each(MATRIX)('takes %s', async (name, picture, sound, [videoCodec, audioCodec]) => {
    runFfmpeg([...PICTURE, ...SOUND, ...picture, '-c:a', sound, inFolder(name)]);
    expect(await judge(name)).toMatchObject({
      duration: A_SECOND,
      picture: { codec: videoCodec, width: 64, height: 36, nominalRate: { num: 25, den: 1 } },
      sound: { codec: audioCodec, sampleRateHz: 48000 },
      loudness: { integratedLufs: expect.closeTo(-21.8, 0) },
    });
  });

  it.skipIf(!hasAv1)('takes av1-opus.webm (with an encoder for AV1)', async () => {
    // The smallest picture that both encoders make.
    runFfmpeg([...PICTURE, ...SOUND, '-vf', 'scale=128:72', ...AV1, '-c:a', 'libopus', inFolder('av1-opus.webm')]);
    expect(await judge('av1-opus.webm')).toMatchObject({ duration: A_SECOND, picture: { codec: 'av1' }, sound: { codec: 'opus' } });
  });

  it('takes the first picture and the first sound of a file of many tracks, and passes subtitles and cover art over', async () => {
    writeFileSync(inFolder('words.srt'), '1\n00:00:00,000 --> 00:00:01,000\nHello\n');
    const tracks = ['-map', '0', '-map', '1', '-map', '2', '-map', '3', '-map', '4', '-c:s', 'srt'];
    const second = ['-f', 'lavfi', '-i', 'sine=f=880:r=44100:d=1', '-f', 'lavfi', '-i', 'color=s=32x32:r=25:d=1'];
    runFfmpeg([...PICTURE, ...SOUND, ...second, '-i', inFolder('words.srt'), ...tracks, ...X264, '-c:a', 'aac', inFolder('tracks.mkv')]);
    expect(await judge('tracks.mkv')).toMatchObject({ picture: { width: 64 }, sound: { sampleRateHz: 48000 } });

    runFfmpeg(['-i', inFolder('whole.mp4'), '-frames:v', '1', inFolder('cover.jpg')]);
    const cover = ['-map', '1', '-map', '0', '-c', 'copy', '-disposition:v:0', 'attached_pic', '-disposition:v:1', '0'];
    runFfmpeg(['-i', inFolder('whole.mp4'), '-i', inFolder('cover.jpg'), ...cover, inFolder('covered.mp4')]);
    expect(await judge('covered.mp4')).toMatchObject({ duration: A_SECOND, picture: { codec: 'h264' } });
  });

  it.each(['avi', 'mxf', 'txt', 'mp3'])('goes by what is in a file, not by its name: an MP4 named .%s', async (extension) => {
    copyFileSync(inFolder('whole.mp4'), inFolder(`misnamed.${extension}`));
    expect(await judge(`misnamed.${extension}`)).toMatchObject({ duration: A_SECOND, picture: { codec: 'h264' } });
  });

  it.each([
    ['nothing at all', Buffer.alloc(0), 'not-media'],
    ['zeros', Buffer.alloc(4096), 'not-media'],
    ['text', Buffer.from('Dear programme director, '.repeat(99)), 'not-media'],
  ])('refuses %s by the name of a film, in a sentence for people', async (_, bytes, code) => {
    writeFileSync(inFolder('film.mp4'), bytes);
    const refused = await judge('film.mp4');
    expect(refused).toMatchObject({ code, reason: expect.stringMatching(/^[A-Z].*\. .*\.$/) });
    expect(JSON.stringify(refused)).not.toContain(folder);
  });
});

describe('the import of a recording that was cut out of a stream', () => {
  const PACKET = 188;

  /** Six seconds with key pictures two seconds apart and pictures between that build on both sides. */
  function recording(name: string, codec: readonly string[]): number {
    const longer = (source: readonly string[]) => source.map((part) => part.replace('d=1', 'd=6'));
    runFfmpeg([...longer(PICTURE), ...longer(SOUND), ...codec, '-g', '50', '-bf', '2', '-c:a', 'mp2', inFolder(name)]);
    return Math.floor(statSync(inFolder(name)).size / PACKET);
  }

  it.each([
    ['H.264', ['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p']],
    ['MPEG-2', ['-c:v', 'mpeg2video', '-b:v', '500k']],
  ])('takes %s that begins and ends in the middle of pictures, as long as it can be seen', async (_, codec) => {
    const packets = recording('recording.ts', codec);
    const bytes = readFileSync(inFolder('recording.ts'));
    writeFileSync(inFolder('middle.ts'), bytes.subarray(Math.floor(packets * 0.12) * PACKET, Math.floor(packets * 0.9) * PACKET + 77));
    const judged = await judge('middle.ts');
    expect(judged).toMatchObject({ duration: expect.toSatisfy((duration: number) => duration >= 1_500 && duration < 4_500) });
  });

  it('refuses one that is damaged in its middle', async () => {
    const packets = recording('recording.ts', X264);
    const bytes = readFileSync(inFolder('recording.ts'));
    bytes.fill(0x55, Math.floor(packets * 0.5) * PACKET, Math.floor(packets * 0.53) * PACKET);
    writeFileSync(inFolder('damaged.ts'), bytes);
    expect(await judge('damaged.ts')).toMatchObject({ code: 'corrupt' });
  });
});

describe('names', () => {
  const NAMES = ['日本語 العربية हिन्दी.mp4', '" ` $ & ; | [a-z]*?.mp4'];
  const LONGEST = `${'雪'.repeat(83)}ab.mp4`;

  it.each([...NAMES, LONGEST])('are no obstacle: %j', async (name) => {
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    copyFileSync(inFolder('whole.mp4'), inFolder('copy'));
    appendFileSync(inFolder('copy'), Buffer.from([0, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]));
    renameSync(inFolder('copy'), inFolder(name));
    expect(await judge(name)).toMatchObject({ duration: A_SECOND });
  });
});
