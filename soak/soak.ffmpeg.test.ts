import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { soak } from './run-soak.ts';

it('joins 40 mixed items exactly while files are bad and decoders and encoders die', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'perpetua-soak-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const wishes = {
    folder,
    minutes: 1,
    seed: 5,
    joins: 40,
    pace: 'free',
    faults: 'all',
    hlsFormat: 'ts',
    sizes: 1,
    rate: '25/1',
    width: 160,
    height: 90,
    withReceivers: false,
  } as const;
  const report = await soak({
    ...wishes,
    ffmpegPath: process.env.FFMPEG_PATH ?? 'ffmpeg',
    ffprobePath: process.env.FFPROBE_PATH ?? 'ffprobe',
    tell: () => undefined,
  });
  expect(report).toMatchObject({ brokenPromises: [], examples: [], joins: 40 });
  expect(report.framesChecked).toBeGreaterThan(600);
});
