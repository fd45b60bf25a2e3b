/**
 * Measures the promises that are figures: `npm run bench -- [--json FILE] [--seconds N] [--only SECTION]`. Prints a table and the figures
 * as JSON, and merges them into FILE. Exit code 0 when every section gave its figures.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findMediaPrograms } from '../src/main/infrastructure/ffmpeg/find-media-programs.ts';
import { BenchRefused, type BenchResult, type BenchSection } from './bench-section.ts';
import { mergeFigures } from './merge-figures.ts';
import { SECTIONS, SECTIONS_ON_REQUEST } from './sections.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, seconds: { type: 'string', default: '60' }, only: { type: 'string' } },
});

/** An interrupted benchmark must leave no engine behind: that would play on by itself. */
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => interruption.abort(new BenchRefused('Interrupted.')));

process.exitCode = await bench(Number(values.seconds));

async function bench(seconds: number): Promise<number> {
  if (!(seconds > 0)) return refuse('--seconds takes a number of seconds.');
  const all = [...SECTIONS, ...SECTIONS_ON_REQUEST];
  const sections = values.only === undefined ? SECTIONS : all.filter(({ name }) => name === values.only);
  if (sections.length === 0) return refuse(`No such section; there is ${all.map(({ name }) => name).join(', ')}.`);
  const programs = await findMediaPrograms({
    ffmpegPath: process.env.FFMPEG_PATH ?? null,
    ffprobePath: process.env.FFPROBE_PATH ?? null,
  });
  const figures: Record<string, BenchResult['figures']> = {};
  let exitCode = 0;
  for (const section of sections) {
    if (interruption.signal.aborted) break;
    const result = await runSection(section, { seconds, ...programs });
    if (result) figures[section.name] = result.figures;
    else exitCode = 1;
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (values.json !== undefined) await writeFile(values.json, mergeFigures(await textOf(values.json), figures));
  return exitCode;
}

async function runSection(
  section: BenchSection,
  given: { readonly seconds: number; readonly ffmpegPath: string; readonly ffprobePath: string },
): Promise<BenchResult | null> {
  const folder = await mkdtemp(join(tmpdir(), `perpetua-bench-${section.name}-`));
  const tell = (line: string): void => void process.stdout.write(`[${section.name}] ${line}\n`);
  try {
    const result = await section.run({ ...given, folder, signal: interruption.signal, tell });
    for (const line of result.lines) tell(line);
    return result;
  } catch (error) {
    if (!(error instanceof BenchRefused)) throw error;
    process.stderr.write(`[${section.name}] ${error.message}\n`);
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}
