import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { judgeFile } from '../../application/library/judge-file.ts';
import { MediaToolFailed } from '../../application/ports/media-probe.ts';
import { FfmpegMediaProbe } from './ffmpeg-media-probe.ts';
import { copyCutShort, copyDamaged, makeTinyFilm, runFfmpeg } from './tiny-media.ts';

const PROGRAMS = { ffmpegPath: process.env.FFMPEG_PATH ?? 'ffmpeg', ffprobePath: process.env.FFPROBE_PATH ?? 'ffprobe' };
const probe = new FfmpegMediaProbe(PROGRAMS);
const stillLength = milliseconds(10_000);
const never = new AbortController().signal;
let folder: string;

const inFolder = (name: string) => join(folder, name);

/** The facts of a file that may air, or the code of its refusal. */
async function judge(name: string) {
  const judged = await judgeFile({ probe, stillLength }, inFolder(name), never);
  return judged.ok ? judged.value.media : judged.refusal.code;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  makeTinyFilm({ path: inFolder('whole.mp4'), size: '320x180', rate: '25', seconds: 4, hasSound: true, number: 1 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('FfmpegMediaProbe', () => {
  it('measures a film to the frame and its loudness', async () => {
    expect(await judge('whole.mp4')).toMatchObject({
      duration: 4000,
      picture: { codec: 'h264', width: 320, height: 180, nominalRate: { num: 25, den: 1 }, isInterlaced: false, rotationDegrees: 0 },
      sound: { codec: 'aac', channels: 1, sampleRateHz: 48000 },
      loudness: { integratedLufs: expect.closeTo(-21.8, 0), truePeakDb: expect.toSatisfy((peak: number) => peak > -21 && peak < -15) },
    });
  });

  it('measures 29.97 frames a second as a fraction, and no sound as none', async () => {
    makeTinyFilm({ path: inFolder('silent.mkv'), size: '640x360', rate: '30000/1001', seconds: 2, hasSound: false, number: 2 });
    expect(await judge('silent.mkv')).toMatchObject({
      duration: (60 * 1001) / 30,
      picture: { nominalRate: { num: 30000, den: 1001 } },
      sound: null,
    });
  });

  it.each(['mkv', 'ts', 'mov', 'avi'])('finds nothing wrong with a whole .%s', async (container) => {
    runFfmpeg(['-i', inFolder('whole.mp4'), '-c', 'copy', inFolder(`whole.${container}`)]);
    const withinOneFrame = expect.toSatisfy((duration: number) => duration >= 4000 && duration <= 4040);
    expect(await judge(`whole.${container}`)).toMatchObject({ duration: withinOneFrame });
  });

  it('measures six channels as loud as they are when mixed down for air', async () => {
    const sixOf = (layout: string) => ['-f', 'lavfi', '-i', `sine=d=2,pan=5.1|FL=c0|FR=c0|FC=c0|LFE=c0|BL=c0|BR=c0${layout}`];
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=2', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'pcm_f32le'];
    runFfmpeg([...sixOf(''), ...picture, inFolder('six.mkv')]);
    runFfmpeg([...sixOf(',aformat=sample_fmts=fltp:channel_layouts=stereo'), ...picture, inFolder('mixed.mkv')]);
    const [six, mixed] = [await judge('six.mkv'), await judge('mixed.mkv')];
    if (typeof six === 'string' || typeof mixed === 'string') throw new Error('refused');
    expect(six.sound?.channels).toBe(6);
    expect(six.loudness?.integratedLufs).toBeCloseTo(mixed.loudness?.integratedLufs ?? 0, 1);
  });

  it('sees interlacing, pixels that are not square, and a turned picture', async () => {
    const source = ['-f', 'lavfi', '-i', 'testsrc2=s=720x576:r=50:d=1'];
    runFfmpeg([...source, '-vf', 'interlace,setsar=16/15', '-c:v', 'mpeg2video', '-flags', '+ildct+ilme', inFolder('interlaced.mkv')]);
    expect(await judge('interlaced.mkv')).toMatchObject({
      duration: 1000,
      picture: { isInterlaced: true, pixelAspect: { num: 16, den: 15 } },
    });
    runFfmpeg(['-i', inFolder('whole.mp4'), '-c', 'copy', '-metadata:s:v', 'rotate=90', inFolder('turned.mp4')]);
    expect(await judge('turned.mp4')).toMatchObject({
      picture: { rotationDegrees: expect.toSatisfy((turn: number) => turn % 180 === 90) },
    });
  });

  it.each(['mp4', 'mkv'])('refuses a .%s whose end was cut off as truncated', async (container) => {
    runFfmpeg(['-i', inFolder('whole.mp4'), '-c', 'copy', '-movflags', '+faststart', inFolder(`source.${container}`)]);
    copyCutShort(inFolder(`source.${container}`), inFolder(`cut.${container}`), 0.6);
    expect(await judge(`cut.${container}`)).toBe('truncated');
  });

  it('refuses an .mp4 whose index, at its end, was cut off as truncated', async () => {
    runFfmpeg(['-i', inFolder('whole.mp4'), '-c', 'copy', inFolder('index-last.mp4')]);
    copyCutShort(inFolder('index-last.mp4'), inFolder('no-index.mp4'), 0.6);
    expect(await judge('no-index.mp4')).toBe('truncated');
  });

  it('refuses a file with noise in its middle as corrupt', async () => {
    copyDamaged(inFolder('whole.mp4'), inFolder('noise.mp4'), 120_000, 4000);
    expect(await judge('noise.mp4')).toBe('corrupt');
  });

  it('refuses a file with noise for a beginning, text by the name of a film, and nothing at all', async () => {
    copyDamaged(inFolder('whole.mp4'), inFolder('no-head.mp4'), 0, 2000);
    expect(await judge('no-head.mp4')).toBe('not-media');
    writeFileSync(inFolder('letter.mp4'), 'Dear programme director,\n'.repeat(50));
    expect(await judge('letter.mp4')).toBe('not-media');
    writeFileSync(inFolder('nothing.mp4'), '');
    expect(await judge('nothing.mp4')).toBe('not-media');
  });

  it('takes a still, whatever is in its name, for as long as it is told, and refuses one under another name', async () => {
    runFfmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=320x180', '-frames:v', '1', inFolder('still.png')]);
    copyFileSync(inFolder('still.png'), inFolder('50%d off.png'));
    const still = { duration: 10_000, container: 'image2', picture: { codec: 'png', width: 320 }, sound: null };
    expect(await judge('50%d off.png')).toMatchObject(still);
    runFfmpeg(['-i', inFolder('still.png'), inFolder('still.jpg')]);
    expect(await judge('still.jpg')).toMatchObject({ ...still, picture: { codec: 'mjpeg' } });
    copyCutShort(inFolder('still.png'), inFolder('torn.png'), 0.5);
    expect(await judge('torn.png')).toBe('corrupt');
    copyFileSync(inFolder('still.png'), inFolder('still.mp4'));
    expect(await judge('still.mp4')).toBe('unsupported');
    copyFileSync(inFolder('whole.mp4'), inFolder('film.jpg'));
    expect(await judge('film.jpg')).toBe('corrupt');
  });

  it('takes sound alone, cover art or not, and refuses what is damaged', async () => {
    const cover = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:d=0.04', '-map', '0', '-map', '1', '-disposition:v', 'attached_pic'];
    const song = ['-f', 'lavfi', '-i', 'sine=d=3', ...cover];
    runFfmpeg([...song, inFolder('song.mp3')]);
    expect(await judge('song.mp3')).toMatchObject({
      picture: null,
      sound: { codec: 'mp3' },
      loudness: { integratedLufs: expect.any(Number) },
    });
    runFfmpeg(['-f', 'lavfi', '-i', 'anoisesrc=d=3:r=48000', inFolder('rain.flac')]);
    expect(await judge('rain.flac')).toMatchObject({ duration: 3000, picture: null });
    runFfmpeg(['-i', inFolder('rain.flac'), '-b:a', '128k', inFolder('rain.m4a')]);
    copyDamaged(inFolder('rain.m4a'), inFolder('hail.m4a'), 20_000, 3000);
    expect(await judge('hail.m4a')).toBe('corrupt');
  });

  it('does not follow a playlist to other files', async () => {
    writeFileSync(inFolder('list.mp4'), `ffconcat version 1.0\nfile 'whole.mp4'\n`);
    expect(await judge('list.mp4')).toBe('not-media');
    writeFileSync(inFolder('hls.mp4'), `#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:4,\nwhole.ts\n#EXT-X-ENDLIST\n`);
    expect(await judge('hls.mp4')).toBe('not-media');
  });

  it('says that the tool failed, and nothing of the file, when a program is missing', async () => {
    const path = inFolder('whole.mp4');
    const noFfprobe = new FfmpegMediaProbe({ ...PROGRAMS, ffprobePath: inFolder('no-such-program') });
    await expect(judgeFile({ probe: noFfprobe, stillLength }, path, never)).rejects.toBeInstanceOf(MediaToolFailed);
    const noFfmpeg = new FfmpegMediaProbe({ ...PROGRAMS, ffmpegPath: inFolder('no-such-program') });
    await expect(judgeFile({ probe: noFfmpeg, stillLength }, path, never)).rejects.toBeInstanceOf(MediaToolFailed);
  });

  it('stops when it is told to, with the reason it was given', async () => {
    const stop = new AbortController();
    const judged = judgeFile({ probe, stillLength }, inFolder('whole.mp4'), stop.signal);
    stop.abort(new Error('enough'));
    await expect(judged).rejects.toThrow('enough');
  });

  it('suggests breaks at the black and silence of a film, to the frame, and at its chapters', async () => {
    const quiet = 'between(t,2,2.999)';
    const picture = ['-f', 'lavfi', '-i', `testsrc2=s=160x90:r=25:d=6,drawbox=enable='${quiet}':color=black:t=fill`];
    const sound = ['-f', 'lavfi', '-i', `sine=f=440:r=48000:d=6,volume=enable='${quiet}':volume=0`];
    writeFileSync(inFolder('chapters'), ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=4000\nEND=6000\ntitle=Part = two\n');
    const chapters = ['-i', inFolder('chapters'), '-map', '0', '-map', '1', '-map_chapters', '2'];
    runFfmpeg([...picture, ...sound, ...chapters, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', inFolder('acts.mkv')]);
    const judged = await judgeFile({ probe, stillLength }, inFolder('acts.mkv'), never);
    const markers = judged.ok ? judged.value.markers : [];
    expect(markers).toEqual([
      { type: 'chapter', origin: 'chapters', atFrame: 100, quiet: null, label: 'Part = two' },
      { type: 'break', origin: 'chapters', atFrame: 100, quiet: null, label: 'Part = two' },
      { type: 'break', origin: 'black-and-silence', atFrame: 50, quiet: { fromFrame: 50, untilFrame: 75 }, label: null },
    ]);
  });

  it('finds a picture that stands still, is black, and sound that is away for long', async () => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=1,tpad=stop_mode=clone:stop_duration=6', '-f', 'lavfi'];
    const black = ['-i', 'color=black:s=160x90:r=25:d=4', '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=1,apad=whole_dur=11'];
    const joined = ['-filter_complex', '[0][1]concat[v]', '-map', '[v]', '-map', '2:a', '-c:v', 'libx264', '-preset', 'ultrafast'];
    runFfmpeg([...picture, ...black, ...joined, '-c:a', 'aac', inFolder('dull.mp4')]);
    const judged = await judgeFile({ probe, stillLength }, inFolder('dull.mp4'), never);
    expect(judged.ok ? judged.value.flaws.map(({ type }) => type).toSorted() : []).toEqual(['black', 'freeze', 'silence']);
  });
});
