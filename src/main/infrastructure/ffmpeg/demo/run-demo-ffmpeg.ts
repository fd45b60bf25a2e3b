import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { secondsMade } from './seconds-made.ts';

const LAST_WORDS_BYTES = 2000;

/**
 * Runs FFmpeg to its end, at a low priority since a channel may be on air meanwhile.
 *
 * fluent-ffmpeg is not used here: before it runs, it refuses sources of `lavfi`, whose line in `-formats` recent versions of FFmpeg mark in
 * a way that it does not read.
 * @param report told how many seconds are made, about twice a second
 * @throws the signal's reason when it is stopped; an Error with FFmpeg's last words when it fails
 */
export function runDemoFfmpeg(
  ffmpegPath: string,
  args: readonly string[],
  report: (seconds: number) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const child = spawn(ffmpegPath, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, signal, killSignal: 'SIGKILL' });
  if (child.pid !== undefined) lowerPriority(child.pid);
  let lastWords = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const seconds = secondsMade(text);
    if (seconds !== null) report(seconds);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_BYTES);
  });
  return new Promise((resolve, reject) => {
    let failure: Error | null = null;
    // `close` follows in every case, and only then is the process gone.
    child.once('error', (error) => {
      failure = error;
    });
    child.once('close', (code) => {
      if (signal.aborted) reject(signal.reason);
      else if (code === 0 && !failure) resolve();
      else reject(new Error(`FFmpeg ended with ${code}: ${lastWords}`, { cause: failure }));
    });
  });
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch (error) {
    // It may have ended already; then there is nothing left to slow down.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
  }
}
