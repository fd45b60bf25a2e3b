import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { planningFeatures } from '../../src/main/composition/planning-features.ts';
import { DEFAULT_PLAN_RULES } from '../../src/main/domain/schedule/index.ts';
import { simulateYear } from '../../src/main/domain/schedule/simulated-year.fixture.ts';
import { openDatabase } from '../../src/main/infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../src/main/infrastructure/sqlite/sqlite-unit-of-work.ts';
import { RandomIds } from '../../src/main/infrastructure/system/random-ids.ts';
import { SystemClock } from '../../src/main/infrastructure/system/system-clock.ts';
import { frames, parseFrameRate } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { fillLibrary } from '../library/fill-library.ts';

const ASSETS = 100_000;
const SEED = 5;
const ZONES = ['Europe/Lisbon', 'Australia/Sydney', 'Asia/Kolkata'];

/** The planner: two days for 100,000 assets, from the database and into it, and a simulated leap year in three time zones. */
export const plannerSection: BenchSection = { name: 'planner', run };

async function run({ folder, signal, tell }: BenchOptions): Promise<BenchResult> {
  const clock = new SystemClock();
  const database = openDatabase(join(folder, 'planner.db'), clock.now());
  try {
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    tell(`Making up a library of ${ASSETS} assets`);
    await fillLibrary(unitOfWork, { count: ASSETS, seed: SEED, folder: join(folder, 'media'), now: clock.now() }, signal);
    const horizon = await planHorizon(unitOfWork, clock);
    tell('Simulating the year');
    const start = performance.now();
    for (const zone of ZONES) {
      signal.throwIfAborted();
      const { faults } = simulateYear(zone);
      if (faults.length > 0) throw new BenchRefused(`The year in ${zone} has faults: ${faults.slice(0, 3).join('; ')}`);
    }
    const yearMs = Math.round(performance.now() - start);
    return {
      figures: { ...horizon, yearMs },
      lines: [
        `48 h for ${ASSETS} assets: ${horizon.horizon48hMs} ms, ${horizon.items} items; main's event loop never waited longer than ${horizon.longestWaitMs} ms`,
        `A leap year in ${ZONES.length} time zones: ${yearMs} ms`,
      ],
    };
  } finally {
    await database.close();
  }
}

async function planHorizon(unitOfWork: SqliteUnitOfWork, clock: SystemClock) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const events = { publish: () => undefined, isWatched: () => false, subscribe: () => () => undefined };
  const channel = { name: 'Bench', rate: parseFrameRate('25/1'), zone: 'UTC' };
  const { planAhead } = planningFeatures({ unitOfWork, clock, events, log, channel, ids: new RandomIds(), rules: DEFAULT_PLAN_RULES });
  // Once to warm up, as a station that runs is.
  await planAhead.run();
  await unitOfWork.run(({ playlog }) => playlog.replaceFrom(frames(0), []));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const revision = await planAhead.run();
  const horizon48hMs = Math.round(performance.now() - start);
  delay.disable();
  if (revision === null) throw new BenchRefused('Nothing was planned.');
  const items = await unitOfWork.run(async ({ playlog }) => (await playlog.listFrom(frames(0))).length);
  return { horizon48hMs, longestWaitMs: Math.round(delay.max / 1e6), items };
}
