import { execFile } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { killAllOn, RunningStation } from '../../src/main/testing/running-station.ts';
import type { Air, Import } from '../../src/shared/contract/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { ffprobePerSecond, makeFilms } from './bench-films.ts';
import { numberBox } from './number-box.ts';

const run = promisify(execFile);

const FILES = 1_000;
const CONTENTS = 20;
const PROGRAMMES = 2;
const LOOK_EVERY_MS = 1_000;

/**
 * A thousand files imported into a station on air, whose main process is killed with SIGKILL half-way and started again. Figures: what became
 * of the files, what the engine missed meanwhile, how long main's event loop was blocked.
 */
export const importSection: BenchSection = { name: 'import', run: benchImport };

async function benchImport(options: BenchOptions): Promise<BenchResult> {
  const { folder, tell, signal } = options;
  const data = join(folder, 'data');
  const watch = join(folder, 'loop.jsonl');
  mkdirSync(data);
  tell('Making films');
  const { films, contents } = await makeFiles(options);
  const bare = await ffprobePerSecond(contents, options);
  // Whoever waits for a station in vain is told by its end.
  signal.addEventListener('abort', () => killAllOn(data), { once: true });
  process.env.PERPETUA_LOOP_WATCH = watch;
  process.env.NODE_OPTIONS = `--import=${new URL('./loop-watch.ts', import.meta.url)}`;
  try {
    const figures = { ...(await importOnAir({ data, films, watch }, options)), ffprobePerSecond: tenths(bare) };
    return { figures, lines: Object.entries(figures).map(([name, value]) => `${name.padEnd(18)} ${value}`) };
  } finally {
    delete process.env.NODE_OPTIONS;
    killAllOn(data);
  }
}

interface Places {
  readonly data: string;
  readonly films: string;
  /** Where main says how long its loop was blocked. */
  readonly watch: string;
}

async function importOnAir({ data, films, watch }: Places, { folder, tell, signal }: BenchOptions) {
  let station = await RunningStation.onAir(data, []);
  await takeIn(station, join(folder, 'programmes'), signal);
  tell(`On air; importing ${FILES} files`);
  const before = await statistics(station);
  const start = Date.now();
  // Spots that no campaign books: they are not planned, so that what is measured is the import.
  const { importId } = (await station.post('/api/library/imports', { path: films, kind: 'commercial' })) as { importId: string };
  const half = await untilDone(station, importId, FILES / 2, signal);
  await station.end('SIGKILL');
  const killedAt = Date.now();
  tell(`Main was killed with ${half.done} files done`);
  station = await RunningStation.onAir(data, []);
  const backAt = Date.now();
  const end = await untilDone(station, importId, FILES, signal);
  const doneAt = Date.now();
  const after = await statistics(station);
  await station.end('SIGTERM');
  if (end.state !== 'done') throw new BenchRefused(`The import ended ${end.state}.`);
  return {
    ...{ files: end.found, done: end.done, refused: end.failed.length, importPerSecond: tenths((FILES * 1000) / (doneAt - start)) },
    ...{
      underruns: after.underruns - before.underruns,
      heldFrames: after.heldFrames - before.heldFrames,
      engineMaxLateMs: after.maxLateMs,
    },
    ...loopFigures(readBlocked(watch, [start, killedAt], [backAt + LOOK_EVERY_MS, doneAt])),
  };
}

async function makeFiles(options: BenchOptions): Promise<{ readonly films: string; readonly contents: readonly string[] }> {
  const { folder } = options;
  const films = join(folder, 'promos');
  mkdirSync(films);
  const contents = await makeFilms(join(folder, 'contents'), CONTENTS, options);
  await makeProgrammes(join(folder, 'programmes'), contents.slice(0, PROGRAMMES), options);
  for (let number = 0; number < FILES; number++) {
    const path = join(films, `clip ${number}.mp4`);
    copyFileSync(contents[number % CONTENTS] ?? '', path);
    appendFileSync(path, numberBox(number));
  }
  return { films, contents };
}

/** Programmes of a minute: with ones of seconds the planner would be what is measured. */
async function makeProgrammes(folder: string, films: readonly string[], { ffmpegPath, signal }: BenchOptions): Promise<void> {
  mkdirSync(folder);
  for (const [number, film] of films.entries()) {
    const args = ['-v', 'error', '-nostdin', '-stream_loop', '29', '-i', film, '-c', 'copy', join(folder, `programme ${number}.mkv`)];
    await run(ffmpegPath, args, { signal });
  }
}

/** Something to air before it begins. */
async function takeIn(station: RunningStation, path: string, signal: AbortSignal): Promise<void> {
  const { importId } = (await station.post('/api/library/imports', { path })) as { importId: string };
  await untilDone(station, importId, PROGRAMMES, signal);
}

async function untilDone(station: RunningStation, id: string, count: number, signal: AbortSignal): Promise<Import> {
  for (;;) {
    signal.throwIfAborted();
    const now = await station.get<Import>(`/api/library/imports/${id}`);
    const isOver = now.state !== 'queued' && now.state !== 'running';
    if (isOver || (now.done >= count && count < now.found)) return now;
    await delay(LOOK_EVERY_MS);
  }
}

async function statistics(station: RunningStation) {
  const { status } = await station.get<Air>('/api/air');
  if (status === null) throw new BenchRefused('The engine does not say how it is.');
  return status.statistics;
}

/** As `loop-watch.ts` writes it down. */
interface Blocked {
  readonly maxMs: number;
  readonly busyMs: number;
}

/** How long the loop was blocked, and busy, at most in each half second within some spans of time. */
function readBlocked(path: string, ...spans: ReadonlyArray<readonly [from: number, until: number]>): readonly Blocked[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const seen = lines.map((line) => JSON.parse(line) as Blocked & { readonly at: number });
  return seen.filter(({ at }) => spans.some(([from, until]) => at >= from && at <= until));
}

function loopFigures(blocked: readonly Blocked[]) {
  const waits = blocked.map(({ maxMs }) => maxMs);
  const busy = Math.max(...blocked.map(({ busyMs }) => busyMs));
  return { loopMaxMs: tenths(Math.max(...waits)), loopP99Ms: tenths(percentile(waits, 0.99)), loopBusyMaxMs: tenths(busy) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}
