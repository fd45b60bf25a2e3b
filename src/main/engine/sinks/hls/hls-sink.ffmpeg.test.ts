import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Frames, frames } from '../../../../shared/time/index.ts';
import { type Burst, type Sink, StreamHub } from '../../hub/index.ts';
import { type KeptLog, keepLog } from '../../hub/testing/keep-log.ts';
import { encodeTestStream, runTool, startTestEncoder } from '../../hub/testing/test-encoder.ts';
import { openHlsSink } from './hls-sink.ts';
import type { HlsFormat } from './segment-format.ts';

const rate = { num: 25, den: 1 };
const GOP = 50;
const FIRST = frames(2_000_000_000);
const EPOCH_PTS = 10;
/** 2^33 ticks at 90 kHz: where timestamps come round. */
const WRAP_SECONDS = 2 ** 33 / 90_000;

let dir: string;
let log: KeptLog;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'perpetua-hls-'));
  log = keepLog();
});
afterEach(() => rm(dir, { recursive: true }));

const openSink = (format: HlsFormat = 'ts') =>
  openHlsSink({ id: 'hls', dir, rate, segmentSeconds: 2, windowSegments: 30, format, master: null, log });
const encoding = (frameCount: number, ptsSeconds: number) => ({ rate, gopFrames: GOP, frameCount, ptsSeconds, isPaced: false });
const playlist = () => readFile(join(dir, 'index.m3u8'), 'utf8');

/** A sink that counts pictures. */
class Counter implements Sink {
  readonly id = 'counter';
  readonly type = 'preview';
  count = 0;
  lastFrame: Frames = FIRST;
  receive(burst: Burst): void {
    if (burst.stream === 'video') this.count += 1;
    if (burst.frame > this.lastFrame && burst.stream === 'video') this.lastFrame = burst.frame;
  }
  restart(): void {
    this.count = 0;
  }
  status() {
    return { id: this.id, type: this.type, state: 'running', detail: '', bytesSent: 0, waitingBytes: 0 } as const;
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** What a viewer decodes: the times of all pictures, in the order they are shown, and every complaint of the decoder. */
async function watch(): Promise<{ times: number[]; complaints: string }> {
  const input = join(dir, 'index.m3u8');
  const shown = ['-select_streams', 'v', '-show_entries', 'frame=best_effort_timestamp', '-of', 'csv=p=0'];
  const probe = await runTool('ffprobe', ['-v', 'warning', '-live_start_index', '0', ...shown, input]);
  const decode = await runTool('ffmpeg', ['-v', 'verbose', '-live_start_index', '0', '-i', input, '-c', 'copy', '-f', 'null', '-']);
  const losses = decode.stderr.split('\n').filter((line) => /continuity|corrupt|non.monoton|invalid/i.test(line));
  return { times: (probe.stdout.match(/\d+/g) ?? []).map(Number), complaints: probe.stderr + losses.join('\n') };
}

/** Marks the playlist as ended in a copy beside it, so that tools read it to its end and stop. */
async function endPlaylist(): Promise<void> {
  await writeFile(join(dir, 'index.m3u8'), `${await playlist()}#EXT-X-ENDLIST\n`);
}

describe('the HLS sink with a real encoder', () => {
  it('gives a viewer every frame, across the point where timestamps come round', async () => {
    const epochPtsSeconds = WRAP_SECONDS - 3;
    const hub = new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds, log });
    hub.attach(await openSink());
    const stream = await encodeTestStream(encoding(175, epochPtsSeconds));
    for (let at = 0; at < stream.length; at += 1000) hub.write(stream.subarray(at, at + 1000));
    await hub.close();
    expect((await playlist()).match(/EXTINF:[\d.]+/g)).toEqual([
      'EXTINF:2.000000',
      'EXTINF:2.000000',
      'EXTINF:2.000000',
      'EXTINF:1.000000',
    ]);
    await endPlaylist();
    const { times, complaints } = await watch();
    expect(complaints).toBe('');
    expect(times).toHaveLength(175);
    expect(log.lines).toEqual([]);
  });

  it('gives a viewer every frame as fragmented MP4, with one beginning for all segments, across a restart of the engine', async () => {
    const run = async (first: Frames) => {
      // FFmpeg as a viewer knows no discontinuity, so the timestamps go on here.
      const epochPtsSeconds = EPOCH_PTS + (first - FIRST) / 25;
      const hub = new StreamHub({ rate, epochFrame: first, epochPtsSeconds, log });
      hub.attach(await openSink('fmp4'));
      const stream = await encodeTestStream(encoding(125, epochPtsSeconds));
      for (let at = 0; at < stream.length; at += 4000) hub.write(stream.subarray(at, at + 4000));
      await hub.close();
    };
    await run(FIRST);
    await run(frames(FIRST + 125));
    const text = await playlist();
    expect(text.match(/#EXT-X-MAP:URI="init-[0-9a-f]{16}\.mp4"/g)).toHaveLength(1);
    expect(text.match(/segment-.*/g)?.every((name) => name.endsWith('.m4s'))).toBe(true);
    expect(text.match(/EXTINF:[\d.]+/g)).toEqual(Array.from({ length: 6 }, (_, index) => `EXTINF:${index % 3 === 2 ? '1' : '2'}.000000`));
    await endPlaylist();
    const { times, complaints } = await watch();
    // It says so.
    expect(complaints.replace(/.*Skip \('#EXT-X-DISCONTINUITY'\)\s*/g, '')).toBe('');
    expect(times).toHaveLength(250);
  });

  it('lists no segment of another format', async () => {
    for (const format of ['ts', 'fmp4', 'ts'] as const) {
      const hub = new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds: EPOCH_PTS, log });
      hub.attach(await openSink(format));
      hub.write(await encodeTestStream(encoding(50, EPOCH_PTS)));
      await hub.close();
      expect((await playlist()).match(/segment-.*/g)).toEqual([expect.stringMatching(format === 'ts' ? /\.ts$/ : /\.m4s$/)]);
    }
    expect(await playlist()).not.toContain('EXT-X-MAP');
  });

  it('loses only what a killed encoder had not sent, and leaves no mark', async () => {
    const hub = new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds: EPOCH_PTS, log });
    const counter = new Counter();
    hub.attach(await openSink());
    hub.attach(counter);
    await killAfter(hub, counter, 80);
    const before = counter.count;
    const next = counter.lastFrame + 8;
    const second = await encodeTestStream(encoding(100, EPOCH_PTS + (next - FIRST) / 25));
    hub.encoderRestarted();
    hub.write(second);
    await hub.close();
    expect(counter.count).toBe(before + 100);
    expect(await playlist()).not.toContain('EXT-X-DISCONTINUITY\n');
    const lengths = [...(await playlist()).matchAll(/EXTINF:([\d.]+)/g)].map((match) => Number(match[1]));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeCloseTo((next - FIRST + 100) / 25, 5);
    await endPlaylist();
    const { times, complaints } = await watch();
    expect(complaints).toBe('');
    expect(times).toHaveLength(before + 100);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('goes on with its numbers after an engine restart and marks the join once', async () => {
    const run = async (first: Frames) => {
      const hub = new StreamHub({ rate, epochFrame: first, epochPtsSeconds: EPOCH_PTS, log });
      hub.attach(await openSink());
      hub.write(await encodeTestStream(encoding(100, EPOCH_PTS)));
      await hub.close();
    };
    await run(FIRST);
    await run(frames(FIRST + 200));
    const text = await playlist();
    expect(text.match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
    expect(text.match(/segment-\d+-\d+\.ts/g)).toEqual([
      'segment-40000000-2000000000.ts',
      'segment-40000001-2000000050.ts',
      'segment-40000002-2000000200.ts',
      'segment-40000003-2000000250.ts',
    ]);
    await endPlaylist();
    expect((await watch()).times).toHaveLength(200);
  });
});

/** Feeds the hub from a real encoder that is killed once `pictures` came out of the hub. */
async function killAfter(hub: StreamHub, counter: Counter, pictures: number): Promise<void> {
  const encoder = startTestEncoder({ ...encoding(2000, EPOCH_PTS), isPaced: true });
  encoder.stderr.resume();
  encoder.stdout.on('data', (chunk: Buffer) => {
    hub.write(chunk);
    if (counter.count >= pictures) encoder.kill('SIGKILL');
  });
  await once(encoder, 'close');
}
