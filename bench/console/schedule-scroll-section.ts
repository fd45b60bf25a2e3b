import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openLibraryStation } from '../../src/main/testing/library-station.ts';
import { milliseconds } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { makeAsset } from '../library/make-asset.ts';
import { seededRandom } from '../library/seeded-random.ts';
import { frameGaps, gapAt, watchFrames } from './frame-gaps.ts';
import { inConsole } from './in-console.ts';

/** Clips of twelve seconds: 7,200 of them make a day. */
const CLIPS = 500;
const CLIP_MS = milliseconds(12_000);
const SEED = 5;
/** Pixels a second: three screens of rows. */
const SPEED = 8_400;
const SCROLLED_MS = 10_000;

/** The schedule of a day of thousands of items in the real window, of a station on air: whether it stutters while its table is scrolled. */
export const scheduleScrollSection: BenchSection = { name: 'schedule-scroll', run: benchScheduleScroll };

async function benchScheduleScroll(options: BenchOptions): Promise<BenchResult> {
  options.tell(`Making up a library of ${CLIPS} clips`);
  await fill(options);
  return inConsole(options, async (page) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.keyboard.press('Control+2');
    await page.locator('.schedule-row').first().waitFor({ timeout: 120_000 });
    // Of today only what is left of it is planned.
    await page.getByRole('button', { name: 'Day after' }).click();
    await page.locator('.schedule-row-planned').first().waitFor({ timeout: 120_000 });
    options.tell('Scrolling through the day, an hour of it on the timeline');
    const hour = await scroll(page);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+ArrowDown');
    options.tell('Scrolling through the day, all of it on the timeline');
    return result(hour, await scroll(page));
  });
}

async function fill({ folder, ...options }: BenchOptions): Promise<void> {
  const station = await openLibraryStation(folder, options);
  const random = seededRandom(SEED);
  try {
    await station.unitOfWork.run(async ({ assets }) => {
      for (let number = 1; number <= CLIPS; number += 1) {
        const made = makeAsset(number, random, join(folder, 'media'), milliseconds(Date.now()));
        const clip = { ...made, kind: 'programme' as const, lifecycle: 'ready' as const, isApproved: true };
        await assets.add({ ...clip, media: { ...made.media, duration: CLIP_MS } });
      }
    });
  } finally {
    await station.close();
  }
}

interface Scrolled {
  readonly items: number;
  /** For how much of the time the window's own thread was busy, 0 to 1: unlike the frames, it hardly hangs on who else uses the machine. */
  readonly busy: number;
  /** Between one painted frame and the next, in order of size. */
  readonly gaps: readonly number[];
}

async function scroll(page: Page): Promise<Scrolled> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const busySeconds = async () =>
    (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await busySeconds();
  await watchFrames(page);
  const items = await page.evaluate(scrollTable, { speed: SPEED, length: SCROLLED_MS });
  const busy = ((await busySeconds()) - before) / (SCROLLED_MS / 1000);
  await devtools.detach();
  return { items, busy, gaps: await frameGaps(page) };
}

/** Runs in the page: scrolls the table evenly by time, so that a window that paints seldom has more new rows in each picture. */
function scrollTable({ speed, length }: { readonly speed: number; readonly length: number }): Promise<number> {
  const table = document.querySelector('table[aria-label="Schedule items"]');
  const scroller = table?.parentElement;
  if (!table || !scroller) throw new Error('No schedule in sight');
  const began = performance.now();
  return new Promise((resolve) => {
    const turn = (now: number) => {
      scroller.scrollTop = ((now - began) * speed) / 1000;
      if (now - began < length) requestAnimationFrame(turn);
      else resolve(Number(table.getAttribute('aria-rowcount')));
    };
    requestAnimationFrame(turn);
  });
}

function result(hour: Scrolled, day: Scrolled): BenchResult {
  if (hour.gaps.length === 0 || day.gaps.length === 0) throw new BenchRefused('The window painted nothing while it was scrolled.');
  const of = (name: string, { gaps, busy }: Scrolled) => ({
    [`${name}Busy`]: Math.round(1000 * busy) / 1000,
    [`${name}Frames`]: gaps.length,
    [`${name}P50Ms`]: gapAt(gaps, 0.5),
    [`${name}P95Ms`]: gapAt(gaps, 0.95),
    [`${name}LongestMs`]: gapAt(gaps, 1),
  });
  const figures = { items: hour.items, ...of('hour', hour), ...of('day', day) };
  return { figures, lines: Object.entries(figures).map(([name, value]) => `${name.padEnd(18)} ${value}`) };
}
