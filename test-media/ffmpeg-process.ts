import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

/** The FFmpeg that the tests run. */
const FFMPEG = process.env.FFMPEG_PATH ?? 'ffmpeg';

/** A running FFmpeg, and the promise of its end, which is rejected with its last words when it fails. */
export interface FfmpegProcess {
  readonly child: ChildProcess;
  /** The pipe of an input, by its number. */
  readonly inputPipe: (index: number) => Writable;
  /** The pipe of an output, by its number. */
  readonly outputPipe: (index: number) => Readable;
  readonly ended: Promise<void>;
}

/** Starts FFmpeg with `pipes` extra pipes after stdin, stdout and stderr. */
export function startFfmpeg(args: readonly string[], pipes: number): FfmpegProcess {
  const child = spawn(FFMPEG, args, { stdio: ['pipe', 'pipe', 'pipe', ...Array.from({ length: pipes }, () => 'pipe' as const)] });
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`FFmpeg ended with ${signal ?? code}: ${lastWords}`));
    });
  });
  const pipe = (index: number): unknown => (child.stdio as readonly unknown[])[index];
  return { child, ended, inputPipe: (index) => pipe(index) as Writable, outputPipe: (index) => pipe(index) as Readable };
}

/** The major version of the FFmpeg that the tests run; a build without a number counts as recent. */
export function ffmpegMajorVersion(): number {
  const banner = execFileSync(FFMPEG, ['-version'], { encoding: 'utf8' });
  return Number(/^ffmpeg version n?(\d+)\./.exec(banner)?.[1] ?? 99);
}
