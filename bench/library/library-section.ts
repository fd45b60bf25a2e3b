import { statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type LibraryStation, openLibraryStation } from '../../src/main/testing/library-station.ts';
import { milliseconds } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { ffprobePerSecond, makeFilms } from './bench-films.ts';
import { fillLibrary } from './fill-library.ts';
import { makeFiles } from './make-files.ts';
import { typedSearches } from './typed-searches.ts';

const ASSETS = 100_000;
const FILMS = 40;
const SEARCHES = 400;
const SEED = 4;

/** The library with 100,000 assets: search through the API while an import runs, a look at an unchanged folder, and the import itself. */
export const librarySection: BenchSection = { name: 'library', run: (options) => benchLibrary(options, ASSETS) };

async function benchLibrary(options: BenchOptions, count: number): Promise<BenchResult> {
  const { folder, signal, tell } = options;
  const station = await openLibraryStation(folder, options);
  try {
    tell(`Making up a library of ${count} assets`);
    const media = join(folder, 'media');
    const files = await fillLibrary(
      station.unitOfWork,
      { count, seed: SEED, folder: media, now: milliseconds(Date.now()), film: null },
      signal,
    );
    await station.unitOfWork.run(({ imports }) =>
      imports.addWatchFolder({ id: 'media', path: media, kind: null, addedBy: 'bench', addedAt: milliseconds(0) }),
    );
    await makeFiles(files, signal);
    const rescanMs = await rescan(station, tell);
    const films = await makeFilms(join(folder, 'films'), FILMS, options);
    const bare = await ffprobePerSecond(films, options);
    tell('Searching while an import runs');
    const measured = await searchWhileImporting(station, join(folder, 'films'), signal);
    const databaseMb = statSync(station.path).size / 1e6;
    const figures = { ...measured, rescanMs, ffprobePerSecond: bare, databaseMb, memoryMb: process.memoryUsage.rss() / 1e6, assets: count };
    return { figures: rounded(figures), lines: linesOf(rounded(figures)) };
  } finally {
    await station.close();
  }
}

/** How long a look at the whole unchanged folder takes, the second time: the first fills the system's caches, as a running station has. */
async function rescan(station: LibraryStation, tell: BenchOptions['tell']): Promise<number> {
  await station.features.watchFolders.look();
  const start = performance.now();
  await station.features.watchFolders.look();
  const took = performance.now() - start;
  const imports = await station.features.queries.listImports();
  if (imports.length > 0) throw new BenchRefused('The unchanged folder was not taken for unchanged.');
  tell(`Looked at the unchanged folder in ${Math.round(took)} ms`);
  return took;
}

async function searchWhileImporting(station: LibraryStation, films: string, signal: AbortSignal) {
  const call = await station.caller('scheduler');
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  await call('POST', '/api/library/imports', { path: films });
  let importEnd = 0;
  const imported = station.features.imports.whenIdle().then(() => {
    importEnd = performance.now();
  });
  const took: number[] = [];
  for (const typed of typedSearches(SEARCHES, SEED)) {
    signal.throwIfAborted();
    const asked = performance.now();
    const response = await call('GET', `/api/library/assets?limit=50&search=${encodeURIComponent(typed)}`);
    await response.arrayBuffer();
    if (!response.ok) throw new BenchRefused(`The search for "${typed}" answered ${response.status}.`);
    took.push(performance.now() - asked);
  }
  await imported;
  delay.disable();
  const [done] = await station.features.queries.listImports();
  if (done?.state !== 'done' || done.failed.length > 0)
    throw new BenchRefused(`The import did not take every film in: it is ${done?.state}, ${done?.failed[0]?.reason ?? 'with no refusal'}`);
  took.sort((a, b) => a - b);
  return {
    searchP95Ms: took[Math.floor(took.length * 0.95)] ?? 0,
    searchP50Ms: took[Math.floor(took.length * 0.5)] ?? 0,
    importPerSecond: FILMS / ((importEnd - start) / 1000),
    eventLoopP99Ms: delay.percentile(99) / 1e6,
    eventLoopMaxMs: delay.max / 1e6,
  };
}

function rounded<T extends Readonly<Record<string, number>>>(figures: T): T {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10])) as T;
}

function linesOf(figures: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(figures).map(([name, value]) => `${name.padEnd(18)} ${value}`);
}
