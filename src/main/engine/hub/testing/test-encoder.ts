import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { type FrameRate, formatFrameRate } from '../../../../shared/time/index.ts';

/** The tools that tests run, where the environment says or else on the path. */
const TOOLS = { ffmpeg: process.env.FFMPEG_PATH ?? 'ffmpeg', ffprobe: process.env.FFPROBE_PATH ?? 'ffprobe' };

/** What a test's encoder makes: a test picture and a tone, with a key frame every `gopFrames`. */
export interface TestEncoding {
  readonly rate: FrameRate;
  readonly gopFrames: number;
  readonly frameCount: number;
  /** The timestamp of the first frame. */
  readonly ptsSeconds: number;
  /** At real time's pace, or as fast as it goes. */
  readonly isPaced: boolean;
}

/** The arguments of an encoder that is like the channel's own in all that the hub can see. */
function testEncoderArguments(encoding: TestEncoding): readonly string[] {
  const { rate, gopFrames, frameCount, ptsSeconds, isPaced } = encoding;
  const pace = isPaced ? ['-re'] : [];
  const seconds = (frameCount * rate.den) / rate.num;
  return [
    ...['-v', 'error', '-nostdin'],
    ...[...pace, '-f', 'lavfi', '-i', `testsrc=size=320x180:rate=${formatFrameRate(rate)}`],
    ...[...pace, '-f', 'lavfi', '-i', `sine=1000:sample_rate=48000:duration=${seconds}`],
    ...['-map', '0:v', '-map', '1:a', '-frames:v', `${frameCount}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p', '-bf', '2'],
    ...['-g', `${gopFrames}`, '-keyint_min', `${gopFrames}`, '-sc_threshold', '0', '-flags', '+cgop'],
    ...['-c:a', 'aac', '-ac', '2', '-output_ts_offset', `${ptsSeconds}`, '-muxdelay', '0', '-muxpreload', '0', '-f', 'mpegts', 'pipe:1'],
  ];
}

/** Starts a real encoder for a test. The test stops it. */
export function startTestEncoder(encoding: TestEncoding): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(TOOLS.ffmpeg, testEncoderArguments(encoding), { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Everything that an encoding comes to, as its encoder wrote it. */
export async function encodeTestStream(encoding: TestEncoding): Promise<Buffer> {
  const encoder = startTestEncoder(encoding);
  const chunks: Buffer[] = [];
  encoder.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  encoder.stderr.resume();
  await once(encoder, 'close');
  return Buffer.concat(chunks);
}

/** Runs a tool to its end and gives what it printed. */
export async function runTool(
  tool: keyof typeof TOOLS,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const child = spawn(TOOLS[tool], args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { stdout, stderr, code };
}
