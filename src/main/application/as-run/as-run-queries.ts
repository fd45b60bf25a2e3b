import type { AsRunRow } from '../../../shared/contract/as-run.ts';
import { type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { LoggedEntry } from '../ports/as-run-repository.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** Which part of the log is wanted: a half-open stretch of time, ISO 8601, each end optional. */
export interface AsRunListing {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
}

/** Reads the as-run log as the contract lists it. */
export class AsRunQueries {
  readonly #unitOfWork: UnitOfWork;

  constructor(unitOfWork: UnitOfWork) {
    this.#unitOfWork = unitOfWork;
  }

  /** Rows that start in the stretch, oldest first; the latest ones when there are more than `limit`. */
  readonly list = async (listing: AsRunListing): Promise<{ readonly items: AsRunRow[] }> => {
    const from = listing.from === undefined ? milliseconds(0) : milliseconds(Date.parse(listing.from));
    const to = listing.to === undefined ? milliseconds(Number.MAX_SAFE_INTEGER) : milliseconds(Date.parse(listing.to));
    const entries = await this.#unitOfWork.run(({ asRun }) => asRun.listBetween(from, to, listing.limit));
    return { items: entries.map(toRow) };
  };
}

/** An entry as the contract has it. */
export function toRow({ correction, ...entry }: LoggedEntry): AsRunRow {
  const plannedStartsAt = entry.plannedStartsAt === null ? null : toIso(entry.plannedStartsAt);
  return { ...entry, plannedStartsAt, startsAt: toIso(entry.startsAt), ...correction };
}

function toIso(instant: Milliseconds): string {
  return new Date(instant).toISOString();
}
