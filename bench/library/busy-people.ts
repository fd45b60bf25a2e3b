import { appendFile, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningStation } from '../../src/main/testing/running-station.ts';
import type { Planned } from '../../src/shared/contract/index.ts';
import { numberBox } from './number-box.ts';
import { typedSearches } from './typed-searches.ts';

/** Something that somebody at the station does again and again. */
interface Habit {
  readonly name: string;
  readonly everyMs: number;
  /** `turn` counts from 0. */
  readonly act: (turn: number) => Promise<unknown>;
}

/** What people find. */
export interface Place {
  readonly station: RunningStation;
  /** Assets of the library, whose ids `idOf` makes of numbers from 1 on. */
  readonly count: number;
  readonly idOf: (number: number) => string;
  /** Films that copies are imported of. */
  readonly films: readonly string[];
  /** Where the copies go. */
  readonly arrivals: string;
}

/** What people did: how often, how often in vain, and how long it took, milliseconds, by habit. */
export interface Done {
  readonly took: readonly number[];
  readonly failures: readonly string[];
}

const SEED = 11;
const SEARCHES = typedSearches(2_000, SEED);
const LISTS = ['', 'kind:programme', 'kind:commercial', 'genre:drama', 'is:missing', 'aired>30d'];
/** A prime: however large the library, every asset has its turn. */
const STRIDE = 7_919;

/**
 * Does for a while, all at once, what many people do with a station: searches twice a second, pages, edits, looks at the plan, the guide and the
 * as-run log, imports, dry runs, consoles that open and close. What fails is written down and done again.
 */
export async function keepBusy(place: Place, signal: AbortSignal): Promise<ReadonlyMap<string, Done>> {
  await mkdir(place.arrivals, { recursive: true });
  const habits = habitsOf(place);
  const done = await Promise.all(habits.map((habit) => keepUp(habit, signal)));
  return new Map(habits.map(({ name }, index) => [name, done[index] ?? { took: [], failures: [] }]));
}

async function keepUp({ everyMs, act }: Habit, signal: AbortSignal): Promise<Done> {
  const took: number[] = [];
  const failures: string[] = [];
  for (let turn = 0; !signal.aborted; turn++) {
    const began = performance.now();
    try {
      await act(turn);
      took.push(performance.now() - began);
    } catch (error) {
      failures.push(String(error));
    }
    await delay(Math.max(0, everyMs - (performance.now() - began)), undefined, { signal }).catch(() => undefined);
  }
  return { took, failures };
}

function habitsOf(place: Place): readonly Habit[] {
  const { station } = place;
  const get = (path: string) => station.get(path);
  return [
    { name: 'search', everyMs: 500, act: (turn) => get(`/api/library/assets?limit=50&search=${typed(SEARCHES, turn)}`) },
    { name: 'page', everyMs: 5_000, act: (turn) => pageThrough(place, turn) },
    { name: 'edit', everyMs: 3_000, act: (turn) => edit(place, turn) },
    { name: 'tag', everyMs: 60_000, act: (turn) => tagMany(place, turn) },
    { name: 'bin', everyMs: 20_000, act: (turn) => binAndRestore(place, turn) },
    { name: 'select', everyMs: 10_000, act: (turn) => select(place, turn) },
    { name: 'playlog', everyMs: 2_000, act: () => get('/api/playlog') },
    { name: 'day', everyMs: 10_000, act: (turn) => get(`/api/schedule/days/${dateIn(turn % 4)}`) },
    { name: 'as-run', everyMs: 5_000, act: () => get('/api/as-run') },
    { name: 'guide', everyMs: 10_000, act: () => readText(station, '/guide.xml') },
    { name: 'console', everyMs: 15_000, act: (turn) => openConsole(station, turn) },
    { name: 'import', everyMs: 30_000, act: (turn) => importOne(place, turn) },
    { name: 'plan', everyMs: 300_000, act: () => dryRunAndApply(station) },
  ];
}

function typed(searches: readonly string[], turn: number): string {
  return encodeURIComponent(searches[turn % searches.length] ?? '');
}

/** The asset of a turn, far from those of the turns before. */
function assetAt({ count, idOf }: Place, turn: number): string {
  return idOf(1 + ((turn * STRIDE) % count));
}

interface Page {
  readonly nextCursor: string | null;
}

/** Five pages of a list. */
async function pageThrough({ station }: Place, turn: number): Promise<void> {
  const list = `/api/library/assets?limit=200&search=${typed(LISTS, turn)}`;
  let next: string | null = '';
  for (let page = 0; page < 5 && next !== null; page++) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    next = (await station.get<Page>(`${list}${cursor}`)).nextCursor;
  }
}

async function edit(place: Place, turn: number): Promise<void> {
  const id = assetAt(place, turn);
  await place.station.get(`/api/library/assets/${id}`);
  await place.station.patch(`/api/library/assets/${id}`, { title: `Edited ${turn}`, tags: [`turn ${turn}`], genres: ['drama'] });
}

async function tagMany(place: Place, turn: number): Promise<void> {
  const ids = Array.from({ length: 500 }, (_, index) => assetAt(place, turn * 500 + index));
  await place.station.post('/api/library/assets/edits', { op: 'tag', ids, add: [`batch ${turn % 50}`], remove: [] });
}

async function binAndRestore(place: Place, turn: number): Promise<void> {
  const ids = [assetAt(place, 13 + turn * 3)];
  await place.station.post('/api/library/assets/edits', { op: 'bin', ids });
  await place.station.post('/api/library/assets/edits', { op: 'restore', ids });
}

async function select({ station }: Place, turn: number): Promise<void> {
  const criteria = { search: 'kind:commercial', cooldownMs: 3_600_000, limit: 20 };
  await station.post('/api/library/select', { criteria, at: new Date().toISOString(), lengthMs: 30_000 + turn });
}

async function readText(station: RunningStation, path: string): Promise<void> {
  const response = await fetch(`${station.addresses.api}${path}`);
  await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}

/** A console that is open for some seconds, and often goes without closing. */
async function openConsole(station: RunningStation, turn: number): Promise<void> {
  const closing = new AbortController();
  const reader = (await station.listen(closing.signal)).getReader();
  const until = performance.now() + 1_000 * (1 + (turn % 10));
  while (performance.now() < until && !(await reader.read()).done);
  if (turn % 2 === 0) await reader.cancel();
  closing.abort();
}

async function importOne({ station, films, arrivals }: Place, turn: number): Promise<void> {
  const path = join(arrivals, `arrival ${turn}.mp4`);
  await copyFile(films[turn % films.length] ?? '', path);
  await appendFile(path, numberBox(turn));
  const { importId } = (await station.post('/api/library/imports', { path, kind: 'promo' })) as { importId: string };
  await station.get(`/api/library/imports/${importId}`);
}

async function dryRunAndApply(station: RunningStation): Promise<void> {
  const { revision: _, ...plan } = await station.get<Planned>('/api/schedule/plan');
  await station.post('/api/schedule/dry-run', { plan });
  await station.put('/api/schedule/plan', plan);
}

/** The date so many days from now, UTC. */
function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
