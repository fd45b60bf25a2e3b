import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openDatabase } from '../../src/main/infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../src/main/infrastructure/sqlite/sqlite-unit-of-work.ts';
import { RunningStation } from '../../src/main/testing/running-station.ts';
import { milliseconds } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { frameGaps, gapAt, watchFrames } from '../console/frame-gaps.ts';
import { inConsole } from '../console/in-console.ts';
import { fillLibrary } from './fill-library.ts';

const ASSETS = 100_000;
const SEED = 4;
/** Turns of the wheel, and how far each goes: three screens of rows a second where the window keeps up. */
const TURNS = 300;
const TURN_PIXELS = 240;

/**
 * The station with 100,000 assets, started in its real window: how soon it is on air and the library's first page is there, and whether it
 * stutters when it is scrolled.
 */
export const scrollSection: BenchSection = { name: 'scroll', run: benchScroll };

async function benchScroll(options: BenchOptions): Promise<BenchResult> {
  options.tell(`Making up a library of ${ASSETS} assets`);
  await fill(options);
  const headless = await startHeadless(options);
  return inConsole(options, async (page, windowMs) => {
    options.tell('Scrolling through the library');
    return result({ ...headless, windowMs }, await scroll(page));
  });
}

async function fill({ folder, signal }: BenchOptions): Promise<void> {
  const now = milliseconds(Date.now());
  const database = openDatabase(join(folder, 'station.db'), now);
  try {
    const plan = { count: ASSETS, seed: SEED, folder: join(folder, 'media'), now, film: null };
    await fillLibrary(new SqliteUnitOfWork(database.kysely), plan, signal);
  } finally {
    await database.close();
  }
}

/** How long a start without a window takes until the station says that it is on air and somebody is signed in, and the first page after that. */
async function startHeadless({ folder, tell }: BenchOptions) {
  tell('Starting the station without a window');
  const started = performance.now();
  const station = await RunningStation.onAir(folder, []);
  const onAirMs = Math.round(performance.now() - started);
  await station.get('/api/library/assets?limit=200');
  const firstAnswerMs = Math.round(performance.now() - started) - onAirMs;
  await station.end('SIGTERM');
  return { onAirMs, firstAnswerMs };
}

interface Scrolled {
  readonly firstPageMs: number;
  /** Between one painted frame and the next, while the wheel turned, in order of size. */
  readonly gaps: readonly number[];
  readonly rowsInPage: number;
  readonly lastRow: number;
}

async function scroll(page: Page): Promise<Scrolled> {
  const opened = performance.now();
  await page.keyboard.press('Control+3');
  const table = page.getByRole('table', { name: 'Assets' });
  await table.locator('tbody tr').first().waitFor({ timeout: 60_000 });
  const firstPageMs = performance.now() - opened;
  await table.locator('tbody tr').nth(3).hover();
  await watchFrames(page);
  for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN_PIXELS);
  const gaps = await frameGaps(page);
  const rows = await table.locator('tbody tr').evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex') ?? 0)));
  return { firstPageMs, gaps, rowsInPage: rows.length, lastRow: Math.max(...rows) };
}

function result(starts: Readonly<Record<string, number>>, { firstPageMs, gaps, rowsInPage, lastRow }: Scrolled): BenchResult {
  if (gaps.length === 0) throw new BenchRefused('The window painted nothing while it was scrolled.');
  const figures = {
    assets: ASSETS,
    ...starts,
    firstPageMs: Math.round(firstPageMs),
    frames: gaps.length,
    frameP50Ms: gapAt(gaps, 0.5),
    frameP99Ms: gapAt(gaps, 0.99),
    longestFrameMs: gapAt(gaps, 1),
    framesOver50Ms: gaps.filter((gap) => gap > 50).length,
    rowsInPage,
    lastRow,
  };
  return { figures, lines: Object.entries(figures).map(([name, value]) => `${name.padEnd(18)} ${value}`) };
}
