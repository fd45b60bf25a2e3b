import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../bench-section.ts';

const run = promisify(execFile);

/** Makes small films of two seconds that differ in content; their paths. */
export async function makeFilms(folder: string, count: number, { ffmpegPath, signal }: BenchOptions): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  for (let number = 0; number < count; number++) {
    const picture = `testsrc2=s=320x180:r=25:d=2,drawgrid=w=${20 + number}:h=30`;
    const sources = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=f=${300 + number * 5}:r=48000:d=2`];
    const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    await run(ffmpegPath, ['-v', 'error', '-nostdin', '-y', ...sources, ...codecs, join(folder, `film ${number}.mp4`)], { signal });
  }
  return (await readdir(folder)).map((name) => join(folder, name));
}

/** How many of the files bare FFprobe reads in a second, one after the other. */
export async function ffprobePerSecond(paths: readonly string[], { ffprobePath, signal }: BenchOptions): Promise<number> {
  const start = performance.now();
  for (const path of paths) await run(ffprobePath, ['-v', 'error', '-show_format', '-show_streams', '-of', 'json', path], { signal });
  return paths.length / ((performance.now() - start) / 1000);
}
