import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { milliseconds } from '../../../shared/time/index.ts';
import { scrubLayout } from '../../domain/library/index.ts';
import { FfmpegMediaProbe } from './ffmpeg-media-probe.ts';
import { FfmpegMediaScrubs } from './ffmpeg-media-scrubs.ts';
import { TEST_PROGRAMS } from './imported-library.fixture.ts';
import { runFfmpeg } from './tiny-media.ts';

const never = new AbortController().signal;
const duration = milliseconds(3_000);
let folder: string;
let film: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
  film = join(folder, 'film.mkv');
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:r=25:d=3'];
  // Silent at first, then at half of full scale.
  const sound = ['-f', 'lavfi', '-i', 'aevalsrc=exprs=0.5*sin(2*PI*440*t)*gte(t\\,1.5):s=48000:d=3'];
  runFfmpeg([...picture, ...sound, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'pcm_s16le', film]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('FfmpegMediaScrubs', () => {
  it('makes one sheet of all stills, and outlines the sound where it is', async () => {
    const scrubs = new FfmpegMediaScrubs(TEST_PROGRAMS.ffmpegPath);
    const made = await scrubs.make(film, { layout: scrubLayout(duration), duration, hasSound: true }, never);
    const sheet = join(folder, 'sheet.jpg');
    await import('node:fs/promises').then(({ writeFile }) => writeFile(sheet, made?.sheet ?? ''));
    const looked = await new FfmpegMediaProbe(TEST_PROGRAMS).probe(sheet, never);
    expect(looked).toMatchObject({ ok: true, facts: { picture: { width: 1280, height: 72 } } });
    expect(made?.peaks).toHaveLength(300);
    expect(Math.max(...(made?.peaks.slice(0, 140) ?? []))).toBe(0);
    expect(Math.max(...(made?.peaks.slice(160) ?? []))).toBeCloseTo(0.5, 1);
  });

  it('makes nothing of what has no picture', async () => {
    const scrubs = new FfmpegMediaScrubs(TEST_PROGRAMS.ffmpegPath);
    expect(await scrubs.make(join(folder, 'gone'), { layout: scrubLayout(duration), duration, hasSound: true }, never)).toBeNull();
  });
});
