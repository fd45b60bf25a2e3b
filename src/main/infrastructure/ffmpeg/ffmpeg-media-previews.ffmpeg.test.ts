import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { FfmpegMediaPreviews } from './ffmpeg-media-previews.ts';
import { TEST_PROGRAMS } from './imported-library.fixture.ts';
import { runFfmpeg } from './tiny-media.ts';

const never = new AbortController().signal;
const RATE = '30000/1001';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'perpetua-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pictures that show their number as eight bars, white for a bit that is set; few key pictures; a container of whole milliseconds; sound that begins first. */
function countingFilm(): string {
  const path = join(folder, 'counting.mkv');
  const number = "format=gray,geq=lum='255*mod(floor(N/pow(2,floor(X/8))),2)',format=yuv420p";
  const picture = ['-f', 'lavfi', '-i', `color=s=64x36:r=${RATE}:d=3,${number}`];
  const sound = ['-f', 'lavfi', '-i', 'sine=f=440:r=44100:d=3'];
  const codecs = ['-c:v', 'libx264', '-g', '60', '-bf', '2', '-c:a', 'mp2'];
  runFfmpeg(['-itsoffset', '0.21', ...picture, ...sound, ...codecs, path]);
  return path;
}

function numbersOfPictures(path: string): readonly number[] {
  const look = ['-vf', 'scale=8:1:flags=area', '-pix_fmt', 'gray', '-fps_mode', 'passthrough', '-f', 'rawvideo', '-'];
  const bars = execFileSync(TEST_PROGRAMS.ffmpegPath, ['-v', 'error', '-i', path, '-map', '0:v', ...look]);
  const bits = Array.from(bars, (bar) => (bar > 127 ? 1 : 0));
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce<number>((sum, bit, place) => sum + bit * 2 ** place, 0),
  );
}

function soundSeconds(path: string): number {
  const args = ['-v', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'];
  return execFileSync(TEST_PROGRAMS.ffmpegPath, args).length / 2 / 48_000;
}

describe('FfmpegMediaPreviews', () => {
  it('begins at the very frame that was asked for, and holds all that follow, with their sound', async () => {
    const order = {
      from: frames(31),
      count: frames(20),
      rate: { num: 30_000, den: 1001 },
      picture: { isInterlaced: false },
      hasSound: true,
    };
    const made = await new FfmpegMediaPreviews(TEST_PROGRAMS).make(countingFilm(), order, never);
    const part = join(folder, 'part.mp4');
    await writeFile(part, made ?? '');
    expect(numbersOfPictures(part)).toEqual(Array.from({ length: 20 }, (_, index) => 31 + index));
    expect(soundSeconds(part)).toBeGreaterThan((20 * 1001) / 30_000 - 0.001);
  });

  it('makes nothing of what is not there', async () => {
    const order = { from: frames(0), count: frames(9), rate: { num: 25, den: 1 }, picture: { isInterlaced: false }, hasSound: false };
    expect(await new FfmpegMediaPreviews(TEST_PROGRAMS).make(join(folder, 'gone'), order, never)).toBeNull();
  });
});
