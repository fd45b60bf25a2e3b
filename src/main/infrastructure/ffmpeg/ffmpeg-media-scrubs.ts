import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Milliseconds } from '../../../shared/time/index.ts';
import { MediaToolFailed } from '../../application/ports/media-probe.ts';
import type { MediaScrubs, ScrubMedia, ScrubOrder } from '../../application/ports/media-scrubs.ts';
import { PeakOutline } from './peak-outline.ts';
import { printOutput } from './print-output.ts';
import { OUTLINE_RATE_HZ, outlineArguments, spriteArguments } from './scrub-arguments.ts';

/** Sound that takes longer to read, at the lowest priority on a busy machine, hangs. */
const TIMEOUT_MS = 600_000;

/** Makes sheets of stills and outlines of sound with FFmpeg. */
export class FfmpegMediaScrubs implements MediaScrubs {
  readonly #ffmpegPath: string;

  constructor(ffmpegPath: string) {
    this.#ffmpegPath = ffmpegPath;
  }

  async make(path: string, { layout, duration, hasSound }: ScrubOrder, signal: AbortSignal): Promise<ScrubMedia | null> {
    const sheet = await printOutput(this.#ffmpegPath, spriteArguments(path, layout), signal);
    if (sheet === null) return null;
    return { sheet, peaks: hasSound ? await this.#outline(path, duration, signal) : [] };
  }

  async #outline(path: string, duration: Milliseconds, signal: AbortSignal): Promise<readonly number[]> {
    const outline = new PeakOutline(duration, OUTLINE_RATE_HZ);
    const options = { signal, timeout: TIMEOUT_MS, killSignal: 'SIGKILL', windowsHide: true } as const;
    const child = spawn(this.#ffmpegPath, [...outlineArguments(path)], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.on('data', (bytes: Uint8Array) => outline.take(bytes));
    try {
      // What was outlined before a damaged end is worth showing, so the exit code does not matter.
      await once(child, 'close');
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw new MediaToolFailed('FFmpeg could not be run', { cause: error });
    }
    return outline.peaks();
  }
}
