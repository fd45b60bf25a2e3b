import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { parseFrameRate } from '../../shared/time/index.ts';
import { enginePaths } from './folder/engine-paths.ts';
import { clockRows } from './producers/slate/draw-slate.ts';
import { startEngine } from './start-engine.ts';
import { silentLog } from './testing/engine-parts.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const FFMPEG = process.env.FFMPEG_PATH || 'ffmpeg';
const [WIDTH, HEIGHT] = [320, 180];
const CLOCK = clockRows({ width: WIDTH, height: HEIGHT, rate: parseFrameRate('25/1') });

/** The pixels of the last picture of an engine's newest segment, as red, green and blue; null when there is none yet. */
async function lastPicture(hls: string): Promise<Buffer | null> {
  const segments = (await readdir(hls)).filter((name) => name.endsWith('.ts'));
  const newest = segments.sort((a, b) => Number(a.split('-')[1]) - Number(b.split('-')[1])).at(-1);
  if (newest === undefined) return null;
  const args = ['-v', 'error', '-i', join(hls, newest), '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const { stdout } = await promisify(execFile)(FFMPEG, args, { encoding: 'buffer', maxBuffer: 1e9 });
  return stdout.length === 0 ? null : stdout.subarray(-WIDTH * HEIGHT * 3);
}

/** What is seen of a logo that is red, above the middle, and of bright writing in the clock's rows, in pixels. */
function seenIn(picture: Buffer | null) {
  const seen = { red: 0, bright: 0 };
  for (let at = 0; at < (picture?.length ?? 0); at += 3) {
    const [red = 0, green = 0, blue = 0] = picture?.subarray(at, at + 3) ?? [];
    const row = Math.floor(at / 3 / WIDTH);
    if (row < HEIGHT / 2 && red > 180 && green < 80 && blue < 80) seen.red += 1;
    if (row >= CLOCK.top && row < CLOCK.bottom && Math.min(red, green, blue) > 120) seen.bright += 1;
  }
  return seen;
}

it('airs the slate with the logo of the station and the time of day', async () => {
  const folder = await temporaryFolder();
  const paths = enginePaths(folder);
  const logoPath = join(folder, 'logo.png');
  await promisify(execFile)(FFMPEG, ['-v', 'error', '-f', 'lavfi', '-i', 'color=c=red:s=40x40', '-frames:v', '1', logoPath]);
  await mkdir(paths.folder, { recursive: true });
  const slate = { words: 'Soon', backdrop: '#103050', accent: '#103050', logoPath, showsClock: true };
  const setup = { width: WIDTH, height: HEIGHT, video: { preset: 'ultrafast', bitrateKbps: 800 }, hls: { segmentSeconds: 1 } };
  await writeFile(paths.config, JSON.stringify({ ...setup, slate, streamPort: 0, rtmpPort: 0, observer: false, ffmpegPath: FFMPEG }));
  const left = Promise.withResolvers<void>();
  const engine = await startEngine(folder, silentLog, left.resolve);
  onTestFinished(async () => {
    await engine.leaveAir('the test is over');
    await left.promise;
  });
  await expect.poll(async () => seenIn(await lastPicture(paths.hls)).red, { interval: 500 }).toBeGreaterThan(300);
  await expect.poll(async () => seenIn(await lastPicture(paths.hls)).bright, { interval: 500 }).toBeGreaterThan(20);
});
