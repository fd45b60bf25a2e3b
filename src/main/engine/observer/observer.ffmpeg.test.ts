import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { frames, milliseconds, msToFrames, parseFrameRate } from '../../../shared/time/index.ts';
import { AlarmBoard } from '../alarms/alarm-board.ts';
import { StreamHub } from '../hub/index.ts';
import { openHlsSink } from '../sinks/hls/index.ts';
import { LivingChildren, silentLog } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { Observer } from './observer.ts';
import { OrderedRests } from './ordered-rests.ts';

const FFMPEG = process.env.FFMPEG_PATH || 'ffmpeg';
const RATE = parseFrameRate('25/1');
const SECONDS = 2;
const TONE = '0.2*sin(2*PI*500*t)';
const STILL = 'testsrc2=s=320x180:r=25,loop=loop=-1:size=1';

/** Makes segments as the engine's encoder does, of a picture and of sound as expressions of the time `t`. */
async function makeSegments(picture: string, sound: string, seconds: number): Promise<readonly Buffer[]> {
  const folder = join(await temporaryFolder(), 'segments');
  await mkdir(folder);
  const encode = [
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-bf',
    '2',
    '-b:v',
    '500k',
    '-g',
    '50',
    '-keyint_min',
    '50',
    '-sc_threshold',
    '0',
  ];
  await promisify(execFile)(FFMPEG, [
    ...[
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      `${picture},format=yuv420p`,
      '-f',
      'lavfi',
      '-i',
      `aevalsrc='${sound}|${sound}':s=48000`,
      '-t',
      String(seconds),
    ],
    ...[...encode, '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-f', 'segment', '-segment_time', String(SECONDS), '-segment_format', 'mpegts'],
    join(folder, '%03d.ts'),
  ]);
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/** The same segments as the station's own sink writes them in fragmented MP4, what goes ahead of them first. */
async function asFragments(segments: readonly Buffer[]): Promise<readonly Buffer[]> {
  const dir = join(await temporaryFolder(), 'fragments');
  const hub = new StreamHub({ rate: RATE, epochFrame: frames(2_000_000_000), epochPtsSeconds: 0, log: silentLog });
  const cut = { rate: RATE, segmentSeconds: SECONDS, windowSegments: 30, format: 'fmp4' as const, master: null };
  hub.attach(await openHlsSink({ ...cut, id: 'hls', dir, log: silentLog }));
  for (const segment of segments) hub.write(Buffer.from(segment));
  await hub.close();
  const lines = readFileSync(join(dir, 'index.m3u8'), 'utf8').split('\n');
  const map = lines.flatMap((line) => /^#EXT-X-MAP:URI="(.*)"/.exec(line)?.[1] ?? []);
  return [...map, ...lines.filter((line) => line.endsWith('.m4s'))].map((name) => readFileSync(join(dir, name)));
}

/** Serves segments one by one: the next is listed when the one before was fetched and `mayGoOn` says so. `initial`: what goes ahead of them; null: nothing. */
async function serve(segments: readonly Buffer[], initial: Buffer | null, mayGoOn: (listed: number) => boolean): Promise<string> {
  let [listed, fetched] = [1, 0];
  const server = createServer((request, response) => {
    if (request.url === '/init.mp4') return void response.end(initial);
    const index = Number(/(\d+)\.ts$/.exec(request.url ?? '')?.[1] ?? -1);
    if (index >= 0) {
      fetched = Math.max(fetched, index + 1);
      return void response.end(segments[index]);
    }
    if (fetched === listed && listed < segments.length && mayGoOn(listed)) listed += 1;
    const lines = Array.from({ length: listed }, (_, at) => [
      ...[`#EXT-X-PROGRAM-DATE-TIME:${new Date(at * SECONDS * 1000).toISOString()}`, `#EXTINF:${SECONDS}.0,`, `${at}.ts`],
    ]).flat();
    const map = initial === null ? [] : ['#EXT-X-MAP:URI="init.mp4"'];
    response.end(['#EXTM3U', `#EXT-X-TARGETDURATION:${SECONDS}`, '#EXT-X-MEDIA-SEQUENCE:0', ...map, ...lines, ''].join('\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.m3u8`;
}

/** Watches segments; tells of each alarm and, with `@`, how many segments were to be seen then. */
async function watch(segments: readonly Buffer[], rests = new OrderedRests(RATE), initial: Buffer | null = null) {
  const time = { now: 0, listed: 1 };
  const told: string[] = [];
  let ids = 0;
  const alarms = new AlarmBoard({
    ...{ memory: { save: () => undefined }, kept: [], newId: () => `alarm-${ids++}` },
    now: () => milliseconds(time.now),
  });
  alarms.listen(({ code, severity, clearedAt }) => told.push(`${clearedAt === null ? severity : 'cleared'} ${code} @${time.listed}`));
  const children = new LivingChildren();
  // The child's word on a segment comes by pipes, the viewer asks for the next one over HTTP: a slow child is waited for.
  let hasSpoken = false;
  const report: AlarmBoard['report'] = (code, subject, severity) => {
    if (code === 'picture-black') hasSpoken = true;
    alarms.report(code, subject, severity);
  };
  const url = await serve(segments, initial, (listed) => {
    if (!hasSpoken) return false;
    hasSpoken = false;
    time.listed = listed + 1;
    // Far enough apart for what comes again to be a new alarm.
    time.now += SECONDS * 1000;
    return true;
  });
  const observer = new Observer({
    ...{ ffmpegPath: FFMPEG, url: () => url, rests, alarms: { report }, children, log: silentLog },
    now: () => milliseconds(time.now),
  });
  observer.start();
  onTestFinished(() => observer.stop());
  return { told, time, alarms, children, observer };
}

describe('the observer', () => {
  it('raises black and silence within two segments, grows critical, and clears them; moving pictures with sound are no alarm', async () => {
    // Four segments of programme; black and silent from second 8.6 to second 22; programme again.
    const dark = 'between(t,8.6,22)';
    const segments = await makeSegments(`testsrc2=s=320x180:r=25,drawbox=t=fill:color=black:enable='${dark}'`, `${TONE}*not(${dark})`, 30);
    const { told, children, observer } = await watch(segments);
    await expect.poll(() => told.filter((text) => text.startsWith('cleared')).length).toBe(2);
    // Segment 5, from second 10 on, is the first that is black from its start; it is complete at second 12.
    expect(told.filter((text) => text.startsWith('critical picture'))).toEqual(['critical picture-black @6']);
    expect(told.filter((text) => text.startsWith('warning sound'))).toEqual(['warning sound-silent @6']);
    expect(told.filter((text) => text.includes('frozen'))).toEqual([]);
    expect(told).toContain('critical sound-silent @10');
    await observer.stop();
    expect(children.pids.size).toBe(0);
  });

  it('raises a picture that stands still while its sound goes on, unless it was ordered', async () => {
    // The picture of second 4.6 for twelve seconds.
    const picture = 'testsrc2=s=320x180:r=25,trim=end=4.6,tpad=stop_mode=clone:stop_duration=12';
    const segments = await makeSegments(picture, TONE, 16);
    const { told, time } = await watch(segments);
    await expect.poll(() => time.listed).toBe(segments.length);
    await expect.poll(() => told).toContainEqual(expect.stringMatching(/warning picture-frozen @4/));
    expect(told.filter((text) => !text.includes('frozen'))).toEqual([]);

    const rests = new OrderedRests(RATE);
    for (let ms = -60_000; ms < 60_000; ms += 1000) rests.note(frames(firstFrame() + msToFrames(milliseconds(ms), RATE)), true);
    const ordered = await watch(segments, rests);
    await expect.poll(() => ordered.time.listed).toBe(segments.length);
    expect(ordered.told).toEqual([]);
  });

  it('raises a still clip that was coded at a low bitrate, which its own key frames refresh, with the first segment that is still', async () => {
    const clip = join(await temporaryFolder(), 'still.mp4');
    const code = ['-t', '10', '-c:v', 'libx264', '-b:v', '60k', '-g', '50', '-pix_fmt', 'yuv420p'];
    await promisify(execFile)(FFMPEG, ['-v', 'error', '-f', 'lavfi', '-i', STILL, ...code, clip]);
    const before = 'mandelbrot=s=320x180:r=25,trim=end=5,setsar=1[before]';
    const segments = await makeSegments(`${before};movie=${clip},setsar=1[still];[before][still]concat`, TONE, 12);
    const { told, time } = await watch(segments);
    await expect.poll(() => time.listed).toBe(segments.length);
    // Segment 3, from second 6 on, is the first that is still from its start: it is the fourth.
    await expect.poll(() => told).toEqual(['warning picture-frozen @4']);
  });

  it('takes no picture for frozen in which a clock runs, or a mouth moves', async () => {
    const clock = "drawbox=x=280:y=160:w=5:h=7:t=fill:color=white:enable='lt(mod(t,1),0.5)'";
    const mouth = "drawbox=x=150:y=90:w=24:h=6:t=fill:color=0x604040:enable='lt(mod(t,0.6),0.3)'";
    for (const alive of [clock, mouth]) {
      const segments = await makeSegments(`${STILL},format=yuv420p,${alive}`, TONE, 8);
      const { told, time, observer } = await watch(segments);
      await expect.poll(() => time.listed).toBe(segments.length);
      await observer.stop();
      expect(told).toEqual([]);
    }
  });

  it('sees the same in fragmented MP4: a picture that stands still, then black without a sound, then nothing wrong', async () => {
    // Still from second 4.6, black and silent from second 12 to second 18.
    const picture =
      "testsrc2=s=320x180:r=25,drawbox=t=fill:color=gray:enable='between(t,4.6,12)',drawbox=t=fill:color=black:enable='between(t,12,18)'";
    const [initial = null, ...segments] = await asFragments(await makeSegments(picture, `${TONE}*not(between(t,12,18))`, 26));
    const { told } = await watch(segments, new OrderedRests(RATE), initial);
    await expect.poll(() => told.filter((text) => text.startsWith('cleared')).length).toBe(3);
    const words = told.map((text) => text.replace(/ @.*/, ''));
    // What is seen of one segment is told in no order that matters.
    expect(words[0]).toBe('warning picture-frozen');
    const raised = ['critical picture-black', 'warning picture-frozen', 'warning sound-silent'];
    expect([...words].sort()).toEqual(['cleared picture-black', 'cleared picture-frozen', 'cleared sound-silent', ...raised]);
  });

  it('raises a stream that has stopped as late, and clears it when it goes on', async () => {
    const segments = await makeSegments('testsrc2=s=320x180:r=25', TONE, 6);
    const { told, time } = await watch(segments);
    await expect.poll(() => time.listed).toBe(segments.length);
    expect(told).toEqual([]);
    time.now += SECONDS * 1000 + 2100;
    await expect.poll(() => told).toEqual([`critical stream-late @${segments.length}`]);
  });
});

/** The channel's frame at the epoch of the segments' dates, 1970. */
function firstFrame(): number {
  return msToFrames(milliseconds(-Date.UTC(2024, 0, 1)), RATE);
}
