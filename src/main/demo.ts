/** Makes the demo media in a folder: `npm run demo -- --out FOLDER`. Run it again after an interruption; what is finished stays. */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DemoStage } from './application/demo/index.ts';
import { DEMO_SET, FfmpegDemoStudio } from './infrastructure/ffmpeg/demo/index.ts';
import { findMediaPrograms, MediaProgramsMissing } from './infrastructure/ffmpeg/find-media-programs.ts';

const EXIT = { well: 0, failed: 1, refused: 2, interrupted: 130 } as const;

async function makeDemo(argv: readonly string[], interrupt: AbortSignal): Promise<number> {
  const { out } = parseArgs({ args: [...argv], options: { out: { type: 'string' } } }).values;
  if (!out) {
    process.stderr.write('Say where to: npm run demo -- --out FOLDER\n');
    return EXIT.refused;
  }
  const { ffmpegPath } = await findMediaPrograms({
    ffmpegPath: process.env.FFMPEG_PATH ?? null,
    ffprobePath: process.env.FFPROBE_PATH ?? null,
  });
  await new FfmpegDemoStudio(ffmpegPath, DEMO_SET).make(resolve(out), printOnce(), interrupt);
  process.stdout.write(`The demo media is in ${resolve(out)}\n`);
  return EXIT.well;
}

/** Prints each step when it begins. */
function printOnce(): (stage: DemoStage) => void {
  let printed = '';
  return ({ progress, step }) => {
    if (step === printed) return;
    printed = step;
    process.stdout.write(`${String(Math.round(progress * 100)).padStart(3)} %  ${step}\n`);
  };
}

const interruption = new AbortController();
void Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => interruption.abort());
try {
  process.exitCode = await makeDemo(process.argv.slice(2), interruption.signal);
} catch (error) {
  const isRefusal = error instanceof MediaProgramsMissing;
  process.exitCode = interruption.signal.aborted ? EXIT.interrupted : isRefusal ? EXIT.refused : EXIT.failed;
  if (!interruption.signal.aborted) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
