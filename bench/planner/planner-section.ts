import { join } from 'node:path';
import { planningFeatures } from '../../src/main/composition/planning-features.ts';
import { keepCollectionsShort } from '../../src/main/composition/short-collections.ts';
import { DEFAULT_PLAN_RULES } from '../../src/main/domain/schedule/index.ts';
import { simulateYear } from '../../src/main/domain/schedule/simulated-year.fixture.ts';
import { openDatabase } from '../../src/main/infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../src/main/infrastructure/sqlite/sqlite-unit-of-work.ts';
import { RandomIds } from '../../src/main/infrastructure/system/random-ids.ts';
import { SystemClock } from '../../src/main/infrastructure/system/system-clock.ts';
import { frames, parseFrameRate } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { fillLibrary } from '../library/fill-library.ts';
import { makeAsset } from '../library/make-asset.ts';
import { seededRandom } from '../library/seeded-random.ts';
import { watchTurns } from './busy-turns.ts';
import { withEngineOnAir } from './engine-on-air.ts';
import { planShortItems } from './short-items.ts';

const ASSETS = 100_000;
const SEED = 5;
const ZONES = ['Europe/Lisbon', 'Australia/Sydney', 'Asia/Kolkata'];

/** The planner: two days for 100,000 assets, from the database and into it, and a simulated leap year in three time zones. */
export const plannerSection: BenchSection = { name: 'planner', run };

async function run({ folder, ffmpegPath, signal, tell }: BenchOptions): Promise<BenchResult> {
  // As the station does when it starts: what is measured is what main does.
  keepCollectionsShort();
  const clock = new SystemClock();
  const database = openDatabase(join(folder, 'planner.db'), clock.now());
  try {
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    tell(`Making up a library of ${ASSETS} assets`);
    await fillLibrary(unitOfWork, { count: ASSETS, seed: SEED, folder: join(folder, 'media'), now: clock.now(), film: null }, signal);
    tell('Planning while an engine is on air');
    const { result, air } = await withEngineOnAir({ folder, ffmpegPath, signal }, async () => {
      const horizon = await planHorizon(unitOfWork, clock);
      tell('Planning and reading two days of items of four seconds, on air too');
      return { horizon, short: await planShortItems(folder) };
    });
    const { horizon, short } = result;
    tell('Simulating the year');
    const start = performance.now();
    for (const zone of ZONES) {
      signal.throwIfAborted();
      const { faults } = simulateYear(zone);
      if (faults.length > 0) throw new BenchRefused(`The year in ${zone} has faults: ${faults.slice(0, 3).join('; ')}`);
    }
    const yearMs = Math.round(performance.now() - start);
    return {
      figures: { ...horizon, ...air, ...short, yearMs },
      lines: [
        `48 h for ${ASSETS} assets: ${horizon.horizon48hMs} ms, ${horizon.items} items; main's event loop waited ${horizon.longestWaitMs} ms at the longest, ${horizon.longestTurnMs} ms of processor time in one turn`,
        `Meanwhile the engine's frames were up to ${air.airMaxLateMs} ms late, ${air.airHeldFrames} of ${air.airFrames} held; before that up to ${air.quietMaxLateMs} ms, ${air.quietHeldFrames} held`,
        `${short.shortItems} items of four seconds: main's event loop waited ${short.shortLongestWaitMs} ms at the longest while they were planned, ${short.shortLongestTurnMs} ms of processor time in one turn; ${short.guideLongestWaitMs} ms and ${short.guideLongestTurnMs} ms while their guide was made`,
        `A leap year in ${ZONES.length} time zones: ${yearMs} ms`,
      ],
    };
  } finally {
    await database.close();
  }
}

/** The playlog planned from nothing, then again for a newcomer. */
async function planHorizon(unitOfWork: SqliteUnitOfWork, clock: SystemClock) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const events = { publish: () => undefined, isWatched: () => false, subscribe: () => () => undefined };
  const channel = { name: 'Bench', rate: parseFrameRate('25/1'), zone: 'UTC' };
  const told = { ids: new RandomIds(), rules: DEFAULT_PLAN_RULES, inputs: { list: () => [] } };
  const { planAhead } = planningFeatures({ unitOfWork, clock, events, log, channel, ...told });
  const cold = await watchTurns(planAhead.run);
  await unitOfWork.run(({ playlog }) => playlog.replaceFrom(frames(0), []));
  const start = performance.now();
  const { result: revision, turns } = await watchTurns(planAhead.run);
  const horizon48hMs = Math.round(performance.now() - start);
  if (revision === null) throw new BenchRefused('Nothing was planned.');
  const items = await unitOfWork.run(async ({ playlog }) => (await playlog.listFrom(frames(0))).length);
  await unitOfWork.run(({ assets }) => assets.add(makeAsset(ASSETS + 1, seededRandom(SEED + 1), '/newcomers', clock.now())));
  const newcomer = await watchTurns(planAhead.run);
  return {
    horizon48hMs,
    items,
    longestWaitMs: Math.max(...[cold.turns, turns, newcomer.turns].map(({ longestWaitMs }) => longestWaitMs)),
    longestTurnMs: Math.max(...[cold.turns, turns, newcomer.turns].map(({ longestTurnMs }) => longestTurnMs)),
  };
}
