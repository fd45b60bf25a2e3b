import { execFile } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { copyFile, link, mkdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openDatabase } from '../../src/main/infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../src/main/infrastructure/sqlite/sqlite-unit-of-work.ts';
import { killAllOn, RunningStation } from '../../src/main/testing/running-station.ts';
import type { Air } from '../../src/shared/contract/index.ts';
import { milliseconds } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { makeFilms } from './bench-films.ts';
import { type Done, keepBusy } from './busy-people.ts';
import { fillLibrary } from './fill-library.ts';
import { assetIdAt } from './make-asset.ts';
import { type MemorySample, trendOf } from './memory-trend.ts';
import { SAMPLED, sampleStation } from './station-memory.ts';

const run = promisify(execFile);

const ASSETS = 100_000;
const SEED = 4;
const FILMS = 10;
const SAMPLE_EVERY_MS = 10_000;
const LEAST_SAMPLES = 4;
/** A file system lets a file have some 65,000 names. */
const NAMES_OF_A_FILE = 50_000;
const MEGA = 1e6;

/**
 * Main's memory over `--seconds`, with 100,000 assets, on air, in a watch folder, and many people at work. Figures: what it was in the first and in
 * the last quarter, and what it grows by in an hour. An hour tells; a minute only shows that it runs. Each sample is also a line of
 * `PERPETUA_MEMORY_LOG`, if that names a file.
 */
export const memorySection: BenchSection = { name: 'memory', run: benchMemory };

async function benchMemory(options: BenchOptions): Promise<BenchResult> {
  if (process.platform !== 'linux') throw new BenchRefused('The memory of processes is read from /proc, which Linux alone has.');
  if (options.seconds * 1000 < LEAST_SAMPLES * SAMPLE_EVERY_MS) throw new BenchRefused('Memory takes 40 seconds at least, an hour better.');
  const { folder, tell, signal } = options;
  const data = join(folder, 'data');
  await mkdir(data);
  await fill(data, options);
  const films = await makeFilms(join(folder, 'films'), FILMS, options);
  signal.addEventListener('abort', () => killAllOn(data), { once: true });
  try {
    tell('Starting the station');
    const station = await RunningStation.onAir(data, []);
    await station.post('/api/library/watch-folders', { path: join(data, 'media') });
    const place = { station, films, count: ASSETS, idOf: assetIdAt, arrivals: join(folder, 'arrivals') };
    tell(`On air; keeping people busy for ${options.seconds} seconds`);
    const over = AbortSignal.any([signal, AbortSignal.timeout(options.seconds * 1000)]);
    const [samples, done] = await Promise.all([sampleAll(station, over, tell), keepBusy(place, over)]).finally(() =>
      signal.throwIfAborted(),
    );
    const { status } = await station.get<Air>('/api/air');
    await station.end('SIGTERM');
    return resultOf(samples, done, status);
  } finally {
    killAllOn(data);
  }
}

/** A library whose files are all names of one film of ninety minutes, so that whatever is planned can air, and whose thumbnails are made. */
async function fill(data: string, options: BenchOptions): Promise<void> {
  const { signal, tell } = options;
  tell(`Making up a library of ${ASSETS} assets`);
  const films = await makeLongFilms(join(data, 'long films'), Math.ceil(ASSETS / NAMES_OF_A_FILE), options);
  const { size: sizeBytes, mtimeMs } = await stat(films[0] ?? '');
  const now = milliseconds(Date.now());
  const database = openDatabase(join(data, 'station.db'), now);
  try {
    const plan = { count: ASSETS, seed: SEED, folder: join(data, 'media'), now, film: { sizeBytes, modifiedAt: milliseconds(mtimeMs) } };
    const files = await fillLibrary(new SqliteUnitOfWork(database.kysely), plan, signal);
    await database.kysely.updateTable('enrichment_steps').set({ state: 'done' }).execute();
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) await mkdir(folder, { recursive: true });
    for (const [index, { path }] of files.entries()) await link(films[Math.floor(index / NAMES_OF_A_FILE)] ?? '', path);
  } finally {
    await database.close();
  }
}

/** Copies of one film of ninety minutes, alike in size and time. */
async function makeLongFilms(folder: string, count: number, { ffmpegPath, signal }: BenchOptions): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const minute = join(folder, 'minute.mp4');
  const sources = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=60', '-f', 'lavfi', '-i', 'sine=r=48000:d=60'];
  const codecs = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '35', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '48k', '-ac', '2'];
  await run(ffmpegPath, ['-v', 'error', '-nostdin', '-y', ...sources, ...codecs, minute], { signal });
  const first = join(folder, 'film 0.mp4');
  await run(ffmpegPath, ['-v', 'error', '-nostdin', '-y', '-stream_loop', '89', '-i', minute, '-c', 'copy', first], { signal });
  await rm(minute);
  const films = Array.from({ length: count }, (_, number) => join(folder, `film ${number}.mp4`));
  for (const film of films.slice(1)) await copyFile(first, film);
  const at = Math.floor(Date.now() / 1000);
  for (const film of films) await utimes(film, at, at);
  return films;
}

async function sampleAll(station: RunningStation, over: AbortSignal, tell: BenchOptions['tell']): Promise<readonly MemorySample[]> {
  const samples: MemorySample[] = [];
  const log = process.env.PERPETUA_MEMORY_LOG;
  while (!over.aborted) {
    const sample = await sampleStation(station, Date.now());
    samples.push(sample);
    if (log !== undefined) appendFileSync(log, `${JSON.stringify({ atMs: sample.atMs, ...sample.figures })}\n`);
    if (samples.length % 30 === 1) tell(`${samples.length} samples, main ${inUnit('rss', sample.figures.rss ?? 0)} MB`);
    // The end of the run cuts the pause short: the loop's own condition tells of it.
    await delay(SAMPLE_EVERY_MS, undefined, { signal: over }).catch(() => undefined);
  }
  return samples;
}

function resultOf(samples: readonly MemorySample[], done: ReadonlyMap<string, Done>, status: Air['status']): BenchResult {
  const trends = names().map((name) => ({ name, ...trendOf(samples, name) }));
  const failures = [...done].flatMap(([name, { failures }]) => failures.map((failure) => `${name}: ${failure}`));
  const all = (of: Done): number => of.took.length;
  const searches = done.get('search')?.took.toSorted((a, b) => a - b) ?? [];
  const figures: Record<string, number> = {
    assets: ASSETS,
    samples: samples.length,
    calls: [...done.values()].reduce((sum, habit) => sum + all(habit), 0),
    failedCalls: failures.length,
    searchP95Ms: Math.round(searches[Math.floor(searches.length * 0.95)] ?? 0),
    underruns: status?.statistics.underruns ?? 0,
    heldFrames: status?.statistics.heldFrames ?? 0,
  };
  for (const { name, first, last, perHour } of trends) {
    figures[`${name}First`] = inUnit(name, first);
    figures[`${name}Last`] = inUnit(name, last);
    figures[`${name}PerHour`] = inUnit(name, perHour);
  }
  const lines = trends.map(({ name, first, last, perHour }) => lineOf(name, first, last, perHour));
  return { figures, lines: [...lines, ...[...done].map(([name, of]) => `${name.padEnd(12)} ${all(of)} times`), ...failures.slice(0, 10)] };
}

function names(): ReadonlyArray<keyof typeof SAMPLED> {
  return Object.keys(SAMPLED) as Array<keyof typeof SAMPLED>;
}

function lineOf(name: keyof typeof SAMPLED, ...values: readonly [first: number, last: number, perHour: number]): string {
  const [first, last, perHour] = values.map((value) => inUnit(name, value));
  return `${name.padEnd(12)} ${first} ${SAMPLED[name]} in the first quarter, ${last} in the last, ${perHour} an hour`;
}

function inUnit(name: keyof typeof SAMPLED, value: number): number {
  return Math.round((SAMPLED[name] === 'MB' ? value / MEGA : value) * 10) / 10;
}
