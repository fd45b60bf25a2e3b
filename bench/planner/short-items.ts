import { join } from 'node:path';
import { planningFeatures } from '../../src/main/composition/planning-features.ts';
import { DEFAULT_PLAN_RULES } from '../../src/main/domain/schedule/index.ts';
import { openDatabase } from '../../src/main/infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../../src/main/infrastructure/sqlite/sqlite-unit-of-work.ts';
import { RandomIds } from '../../src/main/infrastructure/system/random-ids.ts';
import { SystemClock } from '../../src/main/infrastructure/system/system-clock.ts';
import { frames, milliseconds, parseFrameRate } from '../../src/shared/time/index.ts';
import { BenchRefused } from '../bench-section.ts';
import { makeAsset } from '../library/make-asset.ts';
import { seededRandom } from '../library/seeded-random.ts';
import { watchTurns } from './busy-turns.ts';

const ASSETS = 300;
const LENGTH_MS = milliseconds(4000);
const SEED = 6;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const UNHEARD = { publish: () => undefined, isWatched: () => false, subscribe: () => () => undefined };

/** How long planning and reading a channel of very short items keeps main's event loop from everything else. */
interface ShortItemFigures {
  readonly shortItems: number;
  readonly shortLongestWaitMs: number;
  readonly shortLongestTurnMs: number;
  readonly guideLongestWaitMs: number;
  readonly guideLongestTurnMs: number;
}

/** Two days of programmes of four seconds: planned from nothing, for a newcomer, looked at without a change, and read as a guide. */
export async function planShortItems(folder: string): Promise<ShortItemFigures> {
  const clock = new SystemClock();
  const database = openDatabase(join(folder, 'short.db'), clock.now());
  try {
    const unitOfWork = new SqliteUnitOfWork(database.kysely);
    await addShort(unitOfWork, clock, 1, ASSETS);
    const channel = { name: 'Bench', rate: parseFrameRate('25/1'), zone: 'UTC' };
    const told = { ids: new RandomIds(), rules: DEFAULT_PLAN_RULES, inputs: { list: () => [] } };
    const foundation = { unitOfWork, clock, events: UNHEARD, log: SILENT, channel, ...told };
    const { planAhead, guide } = planningFeatures(foundation);
    const planned = [await watchTurns(planAhead.run)];
    await addShort(unitOfWork, clock, ASSETS + 1, ASSETS + 1);
    planned.push(await watchTurns(planAhead.run), await watchTurns(planAhead.run));
    const shortItems = await unitOfWork.run(async ({ playlog }) => (await playlog.listFrom(frames(0))).length);
    if (shortItems < 20_000) throw new BenchRefused(`Only ${shortItems} items were planned.`);
    const read = await watchTurns(guide.xmltv);
    return {
      shortItems,
      shortLongestWaitMs: Math.max(...planned.map(({ turns }) => turns.longestWaitMs)),
      shortLongestTurnMs: Math.max(...planned.map(({ turns }) => turns.longestTurnMs)),
      guideLongestWaitMs: read.turns.longestWaitMs,
      guideLongestTurnMs: read.turns.longestTurnMs,
    };
  } finally {
    await database.close();
  }
}

async function addShort(unitOfWork: SqliteUnitOfWork, clock: SystemClock, first: number, last: number): Promise<void> {
  const random = seededRandom(SEED + first);
  await unitOfWork.run(async ({ assets }) => {
    for (let number = first; number <= last; number += 1) {
      const made = makeAsset(number, random, '/short', clock.now());
      const details = { ...made.details, rightsUntil: null, advertiser: null, category: null };
      const media = { ...made.media, duration: LENGTH_MS };
      await assets.add({ ...made, kind: 'programme', lifecycle: 'ready', isApproved: true, details, media });
    }
  });
}
