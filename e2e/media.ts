import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Bump when a recipe changes, so that no cached file of an older one is used. */
const RECIPES = 'v1';

interface Clip {
  readonly path: string;
  readonly picture: string;
  readonly hertz: number;
  readonly seconds: number;
}

const CLIPS: readonly Clip[] = [
  { path: 'programmes/Harbour Lights.mp4', picture: 'testsrc2=size=320x180:rate=25', hertz: 330, seconds: 90 },
  { path: 'programmes/Slow Rivers.mp4', picture: 'mandelbrot=size=320x180:rate=25', hertz: 392, seconds: 80 },
  { path: 'programmes/Town Hall.mp4', picture: 'gradients=size=320x180:rate=25:speed=0.05', hertz: 440, seconds: 70 },
  { path: 'idents/Ident Tide.mp4', picture: 'smptehdbars=size=320x180:rate=25', hertz: 523, seconds: 5 },
];

/** The files that tests ask for by name, within the folder of the media. */
export const TEST_FILES: readonly string[] = CLIPS.map(({ path }) => path);

/** A folder with three programmes, an ident, and a file that is no media at all. Made once on a machine, then kept. */
export async function testMedia(): Promise<string> {
  const folder = join(tmpdir(), `perpetua-e2e-media-${RECIPES}`);
  for (const clip of CLIPS) await makeClip(folder, clip);
  writeFileSync(join(folder, 'programmes', 'Broken Tape.mp4'), 'This was a film once.\n');
  return folder;
}

async function makeClip(folder: string, { path, picture, hertz, seconds }: Clip): Promise<void> {
  const made = join(folder, path);
  if (existsSync(made)) return;
  mkdirSync(join(made, '..'), { recursive: true });
  const draft = `${made}.${process.pid}.mp4`;
  const source = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=frequency=${hertz}:sample_rate=48000`];
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-t', String(seconds)];
  await run(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...source, ...coding, draft]);
  renameSync(draft, made);
}
