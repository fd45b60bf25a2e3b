import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { runTool } from '../../hub/testing/test-encoder.ts';

/** An FFmpeg that receives a push and writes it to a file. It is gone when the test is over. */
export interface TestReceiver {
  readonly file: string;
  readonly child: ChildProcess;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** Starts a receiver with these arguments for its input. */
export function startReceiver(input: readonly string[], file: string): TestReceiver {
  const args = ['-v', 'error', '-y', ...input, '-c', 'copy', '-flush_packets', '1', '-f', 'mpegts', file];
  const child = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', args, { stdio: 'ignore' });
  const ended = once(child, 'close');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { file, child, kill };
}

/** The pictures in a file, and every complaint of a decoder about them. The last packet may be torn: it is not looked at, which a decoder of many threads would. */
export async function readReceived(file: string): Promise<{ pictures: number; sounds: number; keyFirst: boolean; complaints: string }> {
  const shown = ['-show_entries', 'packet=codec_type,flags', '-of', 'csv=p=0'];
  const { stdout } = await runTool('ffprobe', ['-v', 'quiet', ...shown, file]);
  const packets = stdout.split('\n').filter((line) => line !== '');
  const pictures = packets.filter((line) => line.startsWith('video'));
  const decoded = await runTool('ffmpeg', [
    '-v',
    'error',
    '-threads',
    '1',
    '-i',
    file,
    '-map',
    '0:v',
    '-frames:v',
    `${Math.max(1, pictures.length - 4)}`,
    '-f',
    'null',
    '-',
  ]);
  return {
    pictures: pictures.length,
    sounds: packets.length - pictures.length,
    keyFirst: pictures[0]?.includes('K') ?? false,
    complaints: decoded.stderr,
  };
}
