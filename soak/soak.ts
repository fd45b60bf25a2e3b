/**
 * Airs mixed coded media from a seed with the real engine and checks every decoded frame, the evidence, memory and processes:
 * `npm run soak -- --minutes N [--seed S] [--faults none|all] [--pace real|free] [--joins N] [--report FILE.json]`. With `--pace free` the
 * channel runs as fast as the machine can, for `--joins` items. Exit code 0 when every promise was kept, 1 when one was broken.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMediaPrograms } from '../src/main/infrastructure/ffmpeg/find-media-programs.ts';
import { soak } from './run-soak.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'string', default: 'all' },
    pace: { type: 'string', default: 'real' },
    joins: { type: 'string', default: '1000' },
    report: { type: 'string' },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const [minutes, seed, joins] = [Number(values.minutes), Number(values.seed), Number(values.joins)];
  const { faults, pace } = values;
  if (!(minutes > 0) || !Number.isInteger(seed) || !(Number.isInteger(joins) && joins > 0))
    return refuse('--minutes, --seed and --joins take numbers.');
  if (faults !== 'none' && faults !== 'all') return refuse('--faults is none or all.');
  if (pace !== 'real' && pace !== 'free') return refuse('--pace is real or free.');
  const { ffmpegPath } = await findMediaPrograms({
    ffmpegPath: process.env.FFMPEG_PATH ?? null,
    ffprobePath: process.env.FFPROBE_PATH ?? null,
  });
  const folder = await mkdtemp(join(tmpdir(), 'perpetua-soak-'));
  try {
    const tell = (line: string): void => void process.stderr.write(`[soak] ${line}\n`);
    const report = await soak({ folder, minutes, seed, joins, pace, withFaults: faults === 'all', ffmpegPath, tell });
    const text = `${JSON.stringify({ seed, faults, pace, ...report }, null, 2)}\n`;
    process.stdout.write(text);
    if (values.report !== undefined) await writeFile(values.report, text);
    return report.brokenPromises.length === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
