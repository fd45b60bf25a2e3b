import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoStage, DemoStudio } from '../../../application/demo/index.ts';
import { demoArguments, textTrialArguments } from './demo-arguments.ts';
import type { DemoClip } from './demo-clip.ts';
import { runDemoFfmpeg } from './run-demo-ffmpeg.ts';

/** Makes demo media with FFmpeg's own sources: no file, no network, and no font if there is none. */
export class FfmpegDemoStudio implements DemoStudio {
  readonly #ffmpegPath: string;
  readonly #clips: readonly DemoClip[];

  /** `clips` are made in their order. */
  constructor(ffmpegPath: string, clips: readonly DemoClip[]) {
    this.#ffmpegPath = ffmpegPath;
    this.#clips = clips;
  }

  async make(folder: string, report: (stage: DemoStage) => void, signal: AbortSignal): Promise<void> {
    const total = this.#clips.reduce((seconds, clip) => seconds + clip.seconds, 0);
    const hasText = await this.#canWriteText(signal);
    let done = 0;
    for (const clip of this.#clips) {
      const tell = (seconds: number): void => report({ progress: (done + Math.min(seconds, clip.seconds)) / total, step: clip.title });
      tell(0);
      await this.#makeClip(clip, folder, hasText, tell, signal);
      done += clip.seconds;
    }
  }

  async #makeClip(clip: DemoClip, folder: string, hasText: boolean, tell: (seconds: number) => void, signal: AbortSignal): Promise<void> {
    const path = join(folder, clip.folder, `${clip.title}.mp4`);
    if (await exists(path)) return;
    // An ending that no importer takes for media.
    const unfinished = `${path}.part`;
    await mkdir(join(folder, clip.folder), { recursive: true });
    try {
      await runDemoFfmpeg(this.#ffmpegPath, demoArguments(clip, unfinished, hasText), tell, signal);
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async #canWriteText(signal: AbortSignal): Promise<boolean> {
    try {
      await runDemoFfmpeg(this.#ffmpegPath, textTrialArguments(), () => undefined, signal);
      return true;
    } catch (error) {
      if (signal.aborted) throw error;
      return false;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
