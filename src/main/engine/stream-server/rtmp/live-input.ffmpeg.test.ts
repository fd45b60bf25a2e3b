import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { milliseconds } from '../../../../shared/time/index.ts';
import { keepLog } from '../../hub/testing/keep-log.ts';
import { runTool } from '../../hub/testing/test-encoder.ts';
import type { LiveReader } from '../../inputs/live-stream.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { LiveInput } from './live-input.ts';
import { type RunningRtmpServer, startRtmpServer } from './rtmp-server.ts';

let server: RunningRtmpServer;
let input: LiveInput;
beforeEach(async () => {
  server = await startRtmpServer({ host: '127.0.0.1', port: 0, playKey: 'channel', log: keepLog() });
  input = new LiveInput('studio-key', () => milliseconds(performance.now()));
  server.takePublishers(input);
});
afterEach(() => server.close());

/** What a camera at real time's pace sends, with a key frame a second. */
function cameraArguments(key: string, seconds: number): readonly string[] {
  return [
    ...[
      '-v',
      'error',
      '-re',
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=320x180:rate=25',
      '-re',
      '-f',
      'lavfi',
      '-i',
      'sine=1000:sample_rate=48000',
    ],
    ...['-t', `${seconds}`, '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '25', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2'],
    ...['-f', 'flv', `rtmp://127.0.0.1:${server.port}/live/${key}`],
  ];
}

function startCamera(seconds: number) {
  const camera = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', cameraArguments('studio-key', seconds), { stdio: 'ignore' });
  const ended = once(camera, 'close');
  const kill = async () => {
    camera.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { kill, ended };
}

/** Reads the input into a file until its publisher is gone. */
async function record(file: string): Promise<void> {
  const out = createWriteStream(file);
  const reader: LiveReader = {
    write: (bytes) => out.write(bytes),
    onRoom: (listener) => out.on('drain', listener),
    end: () => out.end(),
  };
  input.attach(reader);
  await finished(out);
}

const PATIENCE = { timeout: 60_000, interval: 50 };

describe('a live input over RTMP', () => {
  it('takes a publisher, tells how it does, and hands its stream on as FLV that decodes', async () => {
    const file = join(await temporaryFolder(), 'live.flv');
    const recorded = record(file);
    const camera = startCamera(4);
    await vi.waitFor(() => expect(input.status().secondsStable).toBeGreaterThanOrEqual(1), PATIENCE);
    expect(input.status()).toMatchObject({ isPublished: true });
    expect(input.status().bitrateKbps).toBeGreaterThan(20);
    await camera.ended;
    await recorded;
    await vi.waitFor(() => expect(input.status().isPublished).toBe(false), PATIENCE);
    const streams = await runTool('ffprobe', [
      '-v',
      'error',
      '-count_frames',
      '-show_entries',
      'stream=codec_name,nb_read_frames',
      '-of',
      'csv=p=0',
      file,
    ]);
    expect(streams).toMatchObject({ stderr: '' });
    expect(streams.stdout.trim().split('\n')).toEqual(['h264,100', expect.stringMatching(/^aac,18\d$/)]);
  });

  it('lets a reader that comes late begin with a key frame', async () => {
    startCamera(60);
    await vi.waitFor(() => expect(input.status().pictures).toBeGreaterThan(5), PATIENCE);
    const file = join(await temporaryFolder(), 'late.flv');
    const recorded = record(file);
    const before = input.status().pictures;
    await vi.waitFor(() => expect(input.status().pictures).toBeGreaterThan(before + 50), PATIENCE);
    await server.close();
    await recorded;
    const first = await runTool('ffprobe', [
      '-v',
      'error',
      '-select_streams',
      'v',
      '-show_entries',
      'packet=flags',
      '-of',
      'csv=p=0',
      file,
    ]);
    expect(first.stdout.split('\n')[0]).toMatch(/^K/);
  });

  it('refuses a wrong key and a second publisher, and takes the first again after it crashed', async () => {
    const wrong = await runTool('ffmpeg', cameraArguments('other-key', 1));
    expect(wrong.stderr).toContain('There is no such input.');
    const camera = startCamera(60);
    await vi.waitFor(() => expect(input.status().pictures).toBeGreaterThan(0), PATIENCE);
    const second = await runTool('ffmpeg', cameraArguments('studio-key', 1));
    expect(second.stderr).toContain('This input has a publisher already.');
    expect(input.status().isPublished).toBe(true);
    await camera.kill();
    await vi.waitFor(() => expect(input.status().isPublished).toBe(false), PATIENCE);
    startCamera(60);
    await vi.waitFor(() => expect(input.status().pictures).toBeGreaterThan(0), PATIENCE);
  });
});
