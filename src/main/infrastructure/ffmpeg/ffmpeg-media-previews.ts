import type { MediaPreviews, PreviewOrder } from '../../application/ports/media-previews.ts';
import type { FfmpegPrograms } from './ffmpeg-media-probe.ts';
import { beginningArguments, parsePictureDelay, previewArguments } from './preview-arguments.ts';
import { printOutput } from './print-output.ts';

/** Makes light copies of parts of films with FFmpeg. */
export class FfmpegMediaPreviews implements MediaPreviews {
  readonly #programs: FfmpegPrograms;

  constructor(programs: FfmpegPrograms) {
    this.#programs = programs;
  }

  async make(path: string, order: PreviewOrder, signal: AbortSignal): Promise<Uint8Array | null> {
    const { ffmpegPath, ffprobePath } = this.#programs;
    const printed = await printOutput(ffprobePath, beginningArguments(path), signal);
    if (printed === null) return null;
    const delay = parsePictureDelay(new TextDecoder().decode(printed));
    return printOutput(ffmpegPath, previewArguments(path, order, delay), signal);
  }
}
