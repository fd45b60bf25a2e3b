import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { StreamHub } from '../../hub/index.ts';
import { type KeptLog, keepLog } from '../../hub/testing/keep-log.ts';
import { runTool, startTestEncoder } from '../../hub/testing/test-encoder.ts';
import { type RunningRtmpServer, startRtmpServer } from './rtmp-server.ts';

const rate = { num: 25, den: 1 };
const FIRST = frames(1000);

let dir: string;
let log: KeptLog;
let server: RunningRtmpServer;
let hub: StreamHub;
let stopEncoder: () => Promise<void>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'perpetua-rtmp-'));
  log = keepLog();
  server = await startRtmpServer({ host: '127.0.0.1', port: 0, playKey: 'channel', log });
  hub = new StreamHub({ rate, epochFrame: FIRST, epochPtsSeconds: 20_000, log });
  hub.attach(server.sink);
  const encoder = startTestEncoder({ rate, gopFrames: 50, frameCount: 1500, ptsSeconds: 20_000, isPaced: true });
  encoder.stdout.on('data', (bytes: Buffer) => hub.write(bytes));
  encoder.stderr.resume();
  const ended = once(encoder, 'close');
  stopEncoder = async () => {
    encoder.kill('SIGKILL');
    await ended;
  };
});
afterEach(async () => {
  await stopEncoder();
  await hub.close();
  await server.close();
  await rm(dir, { recursive: true });
});

const url = (key: string, app = 'live') => `rtmp://127.0.0.1:${server.port}/${app}/${key}`;

describe('the RTMP server with real players', () => {
  it('plays picture and sound that decode without a fault', async () => {
    const recording = join(dir, 'played.mkv');
    const played = await runTool('ffmpeg', ['-v', 'warning', '-i', url('channel'), '-t', '3', '-c', 'copy', recording]);
    expect(played.code).toBe(0);
    expect(played.stderr).not.toMatch(/non.monoton|invalid|error/i);
    const streams = await runTool('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,width,height,channels,sample_rate',
      '-of',
      'csv=p=0',
      recording,
    ]);
    expect(streams.stdout.trim().split('\n')).toEqual(['h264,320,180', 'aac,48000,2']);
    const decoded = await runTool('ffprobe', [
      '-v',
      'warning',
      '-select_streams',
      'v',
      '-show_entries',
      'frame=pts_time',
      '-of',
      'csv=p=0',
      recording,
    ]);
    expect(decoded.stderr).toBe('');
    // The player stops in the order of decoding, which may leave out a picture that is shown just before its last.
    const times = (decoded.stdout.match(/[\d.]+/g) ?? []).map(Number).slice(0, 70);
    expect(times).toHaveLength(70);
    const steps = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) * 1000));
    expect(new Set(steps)).toEqual(new Set([40]));
  });

  it('refuses a wrong key, a wrong application and a publisher', async () => {
    const refused = await Promise.all([
      runTool('ffprobe', ['-v', 'error', url('other')]),
      runTool('ffprobe', ['-v', 'error', url('channel', 'other')]),
      runTool('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=64x64', '-t', '1', '-f', 'flv', url('channel')]),
    ]);
    expect(refused.map((run) => run.code === 0)).toEqual([false, false, false]);
    expect(refused[0]?.stderr).toContain('There is no such stream.');
    expect(refused[1]?.stderr).toContain('There is no such application.');
    expect(refused[2]?.stderr).toContain('This station takes no publishers.');
  });

  it('goes on for a player while others talk nonsense or fall asleep', async () => {
    const asleep = connect(server.port, '127.0.0.1');
    const babbling = connect(server.port, '127.0.0.1');
    babbling.on('error', () => babbling.destroy());
    const cutOff = once(babbling, 'close');
    babbling.end(Buffer.alloc(5000, 'GET / HTTP/1.1\r\n'));
    const played = await runTool('ffmpeg', ['-v', 'error', '-i', url('channel'), '-t', '1', '-c', 'copy', '-f', 'null', '-']);
    await cutOff;
    asleep.destroy();
    expect(played).toEqual({ code: 0, stderr: '', stdout: '' });
  });
});
