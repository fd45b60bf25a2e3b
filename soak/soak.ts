/**
 * Airs mixed coded media from a seed with the real engine and checks every decoded frame, the evidence, memory and processes:
 * `npm run soak -- --minutes N [--seed S] [--faults none|engine|all] [--pace real|free] [--joins N] [--rate 25|29.97|30|50|59.94|60] [--size 160x90]
 * [--hls ts|fmp4] [--sizes 1|2|3] [--receivers none|all] [--report FILE.json]`. With `--pace free` the channel runs as fast as the machine can, for `--joins` items. Exit code 0 when every promise
 * was kept, 1 when one was broken.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMediaPrograms } from '../src/main/infrastructure/ffmpeg/find-media-programs.ts';
import { readSoakArguments, type SoakRequest } from './read-soak-arguments.ts';
import { soak } from './run-soak.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const request = readSoakArguments(process.argv.slice(2));
  if (typeof request !== 'string') return run(request);
  process.stderr.write(`${request}\n`);
  return 2;
}

async function run({ reportPath, ...request }: SoakRequest): Promise<number> {
  const { ffmpegPath, ffprobePath } = await findMediaPrograms({
    ffmpegPath: process.env.FFMPEG_PATH ?? null,
    ffprobePath: process.env.FFPROBE_PATH ?? null,
  });
  const folder = await mkdtemp(join(tmpdir(), 'perpetua-soak-'));
  try {
    const tell = (line: string): void => void process.stderr.write(`[soak] ${line}\n`);
    const report = await soak({ ...request, folder, ffmpegPath, ffprobePath, tell });
    const text = `${JSON.stringify({ ...request, ...report }, null, 2)}\n`;
    process.stdout.write(text);
    if (reportPath !== null) await writeFile(reportPath, text);
    return report.brokenPromises.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
