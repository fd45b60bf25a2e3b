import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { MediaToolFailed } from '../../application/ports/media-probe.ts';
import type { MediaStills } from '../../application/ports/media-stills.ts';
import { stillArguments } from './still-arguments.ts';

const run = promisify(execFile);

/** A picture that is not found in this time is not worth the wait. */
const TIMEOUT_MS = 60_000;

/** Takes still pictures with FFmpeg. */
export class FfmpegMediaStills implements MediaStills {
  readonly #ffmpegPath: string;

  constructor(ffmpegPath: string) {
    this.#ffmpegPath = ffmpegPath;
  }

  async take(path: string, at: Milliseconds, signal: AbortSignal): Promise<Uint8Array | null> {
    try {
      const options = { signal, timeout: TIMEOUT_MS, killSignal: 'SIGKILL', maxBuffer: 4 * 1024 * 1024, encoding: 'buffer' } as const;
      const { stdout } = await run(this.#ffmpegPath, [...stillArguments(path, at)], { ...options, windowsHide: true });
      return stdout.length > 0 ? stdout : null;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const { code, killed } = error as { code?: unknown; killed?: unknown };
      // FFmpeg ran and found no picture, or took for ever; anything else is a failure of the looking.
      if (typeof code === 'number' || killed === true) return null;
      throw new MediaToolFailed('FFmpeg could not be run', { cause: error });
    }
  }
}
