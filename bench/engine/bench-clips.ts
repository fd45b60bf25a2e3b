import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The length of each clip. */
export const CLIP_SECONDS = 30;

/** The rate and size of the clips, which are the channel's: nothing is converted, as in a well-kept library. */
const PICTURE = 's=1280x720:r=25';

/** Pictures of different kinds, all with the grain of a camera, so that neither decoder nor encoder has it too easy. */
const SOURCES: readonly string[] = [
  `testsrc2=${PICTURE},noise=alls=7:allf=t`,
  'mandelbrot=s=640x360:r=25:end_pts=900,scale=1280:720:flags=bicubic,noise=alls=5:allf=t',
  'life=s=160x90:r=12.5:mold=10:seed=7:death_color=#0b2545:mold_color=#1d4e73:life_color=#f4d35e,fps=25,scale=1280:720:flags=neighbor,noise=alls=6:allf=t',
];

/** FFmpeg's arguments to make a clip from one of its own sources. */
function benchClipArguments(source: string, output: string): readonly string[] {
  const sound = 'anoisesrc=c=pink:a=0.1:r=48000:seed=1,aformat=channel_layouts=stereo';
  return [
    ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-y'],
    ...['-f', 'lavfi', '-i', source, '-f', 'lavfi', '-i', sound, '-t', String(CLIP_SECONDS)],
    ...['-c:v', 'libx264', '-preset', 'superfast', '-b:v', '6M', '-maxrate', '8M', '-bufsize', '12M', '-g', '50', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-b:a', '192k', output],
  ];
}

/** Makes the clips that both sides play. @returns their paths. @throws the signal's reason when it is ended */
export async function makeBenchClips(ffmpegPath: string, folder: string, signal: AbortSignal): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths = SOURCES.map((_, index) => join(folder, `clip-${index + 1}.mp4`));
  for (const [index, source] of SOURCES.entries()) {
    try {
      await promisify(execFile)(ffmpegPath, [...benchClipArguments(source, paths[index] ?? '')], { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  }
  return paths;
}
