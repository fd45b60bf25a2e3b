import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoStage } from '../../../application/demo/index.ts';
import type { DemoClip } from './demo-clip.ts';
import { MUSIC } from './demo-looks.ts';
import { DEMO_SET } from './demo-set.ts';
import { FfmpegDemoStudio } from './ffmpeg-demo-studio.ts';
import { musicGraph } from './music.ts';

const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';
const run = promisify(execFile);

/** Each kind of backdrop once, two seconds long and small. */
const SAMPLES: readonly DemoClip[] = [...new Map(DEMO_SET.map((clip) => [clip.backdrop.type, clip])).values()].map((clip) => ({
  ...clip,
  seconds: 2,
  stored: { width: 160, height: 90, rate: clip.stored.rate, sar: '1' },
}));
const FIRST = SAMPLES.slice(0, 1);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-studio-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function files(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

describe('the demo studio', () => {
  it('makes a clip of every backdrop, each of exactly its length in picture and sound', async () => {
    const stages: DemoStage[] = [];
    await new FfmpegDemoStudio(FFMPEG, SAMPLES).make(folder, (stage) => stages.push(stage), new AbortController().signal);
    const made = await files();
    expect(made).toHaveLength(SAMPLES.length);
    for (const file of made) {
      const show = ['-v', 'error', '-show_entries', 'stream=codec_type,duration', '-of', 'csv=p=0', file];
      const { stdout } = await run(process.env.FFPROBE_PATH ?? 'ffprobe', show);
      const lengths = [...stdout.matchAll(/^\w+,([\d.]+)/gm)].map(([, length]) => Number(length));
      expect(lengths).toHaveLength(2);
      for (const length of lengths) expect(Math.abs(length - 2)).toBeLessThan(0.05);
    }
    const progress = stages.map((stage) => stage.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect([stages[0]?.progress, stages[0]?.step]).toEqual([0, SAMPLES[0]?.title]);
    expect(progress.at(-1)).toBeLessThanOrEqual(1);
  });

  it('leaves alone what is there', async () => {
    const studio = new FfmpegDemoStudio(FFMPEG, FIRST);
    const make = () => studio.make(folder, () => undefined, new AbortController().signal);
    await make();
    const [file = ''] = await files();
    const before = await stat(file);
    await make();
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  it('leaves nothing unfinished when it is stopped', async () => {
    const stopper = new AbortController();
    const long = FIRST.map((clip) => ({ ...clip, seconds: 600 }));
    const enough = new Error('enough');
    const stopWhenBegun = ({ progress }: DemoStage): void => {
      if (progress > 0) stopper.abort(enough);
    };
    await expect(new FfmpegDemoStudio(FFMPEG, long).make(folder, stopWhenBegun, stopper.signal)).rejects.toBe(enough);
    expect(await files()).toEqual([]);
  });

  it("fails with FFmpeg's last words, and leaves nothing, when a clip can not be made", async () => {
    const broken = FIRST.map((clip) => ({ ...clip, stored: { ...clip.stored, width: -7 } }));
    const making = new FfmpegDemoStudio(FFMPEG, broken).make(folder, () => undefined, new AbortController().signal);
    await expect(making).rejects.toThrow(/FFmpeg ended with \d+: .+/s);
    expect(await files()).toEqual([]);
  });

  it('fails when there is no FFmpeg', async () => {
    const making = new FfmpegDemoStudio(join(folder, 'none'), FIRST).make(folder, () => undefined, new AbortController().signal);
    await expect(making).rejects.toThrow();
  });
});

describe('the music of the demo media', () => {
  it.each(Object.entries(MUSIC))('%s is at -23 LUFS and never near full level', async (_, music) => {
    const graph = `${musicGraph(music, 24)};[sound]ebur128=peak=true[heard]`;
    const { stderr } = await run(FFMPEG, ['-hide_banner', '-nostats', '-filter_complex', graph, '-map', '[heard]', '-f', 'null', '-']);
    // FFmpeg sets the meter up twice and sums up each time; the last one has heard everything.
    const last = (pattern: RegExp): number => Number([...stderr.matchAll(pattern)].at(-1)?.[1]);
    const loudness = last(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/g);
    const peak = last(/True peak:\s+Peak:\s+(-?[\d.]+) dBFS/g);
    expect(Math.abs(loudness + 23)).toBeLessThan(1);
    expect(peak).toBeLessThan(-6);
  });
});
