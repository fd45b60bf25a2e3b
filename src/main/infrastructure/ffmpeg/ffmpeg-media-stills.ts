import type { Milliseconds } from '../../../shared/time/index.ts';
import type { MediaStills } from '../../application/ports/media-stills.ts';
import { printOutput } from './print-output.ts';
import { stillArguments } from './still-arguments.ts';

/** Takes still pictures with FFmpeg. */
export class FfmpegMediaStills implements MediaStills {
  readonly #ffmpegPath: string;

  constructor(ffmpegPath: string) {
    this.#ffmpegPath = ffmpegPath;
  }

  take(path: string, at: Milliseconds, signal: AbortSignal): Promise<Uint8Array | null> {
    return printOutput(this.#ffmpegPath, stillArguments(path, at), signal);
  }
}
