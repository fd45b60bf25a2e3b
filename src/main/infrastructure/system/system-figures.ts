import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Kysely } from 'kysely';
import type { MainMemory, StationFigures } from '../../application/ports/station-figures.ts';
import type { StationDatabase } from '../sqlite/station-schema.ts';

/** How often the event loop is looked at. */
const RESOLUTION_MS = 20;
const NANOSECONDS = 1e9;

/** Figures of this process, and of the library in its database. */
export class SystemFigures implements StationFigures {
  readonly #db: Kysely<StationDatabase>;
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });

  /** `db`: any handle that reads. */
  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
    this.#delay.enable();
  }

  async countAssets(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db
      .selectFrom('assets')
      .select(({ fn, eb }) => [
        eb.case().when('deleted_at_ms', 'is not', null).then('bin').else(eb.ref('lifecycle')).end().as('state'),
        fn.countAll<number>().as('count'),
      ])
      .groupBy('state')
      .orderBy('state')
      .execute();
    return new Map(rows.map(({ state, count }) => [state, Number(count)]));
  }

  takeLoopLag(): { readonly maxSeconds: number; readonly p99Seconds: number } {
    // The histogram holds the time between two looks, which is the resolution when nothing is late.
    const late = (nanoseconds: number): number => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1000);
    const { max, count } = this.#delay;
    const lag = count === 0 ? { maxSeconds: 0, p99Seconds: 0 } : { maxSeconds: late(max), p99Seconds: late(this.#delay.percentile(99)) };
    this.#delay.reset();
    return lag;
  }

  memory(): MainMemory {
    const { rss: rssBytes, heapUsed: heapUsedBytes, heapTotal: heapTotalBytes, external: externalBytes } = process.memoryUsage();
    return { rssBytes, heapUsedBytes, heapTotalBytes, externalBytes };
  }

  /** Stops looking at the event loop. */
  readonly stop = (): void => {
    this.#delay.disable();
  };
}
