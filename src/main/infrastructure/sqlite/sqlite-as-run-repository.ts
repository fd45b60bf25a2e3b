import type { Kysely } from 'kysely';
import type { Milliseconds } from '../../../shared/time/index.ts';
import type { AsRunRepository, ChainHead, ChainLink, ChainWalk, LoggedEntry } from '../../application/ports/as-run-repository.ts';
import type { AsRunEntry, Correction } from '../../domain/as-run/index.ts';
import { headOfRow, headRow } from './as-run-head-row.ts';
import { asRunRow, hashOfRow, loggedEntryOfRow } from './as-run-row.ts';
import type { StationDatabase } from './station-schema.ts';
import type { AsRunTable } from './tables/playlog-tables.ts';

/** Rows of twenty values that go into one statement: SQLite takes 32,766 values at most. */
const ROWS_A_STATEMENT = 1000;

/** The as-run log in the table `as_run`. */
export class SqliteAsRunRepository implements AsRunRepository {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async append(entries: readonly AsRunEntry[]): Promise<void> {
    await this.#add(entries.map((entry) => ({ ...entry, correction: null })));
  }

  async correct(entry: AsRunEntry, correction: Correction): Promise<LoggedEntry> {
    await this.#add([{ ...entry, correction }]);
    return { ...entry, correction, seq: await this.lastSeq() };
  }

  async get(seq: number): Promise<LoggedEntry | null> {
    const row = await this.#db.selectFrom('as_run').selectAll().where('seq', '=', seq).executeTakeFirst();
    return row ? loggedEntryOfRow(row) : null;
  }

  async isCorrected(seq: number): Promise<boolean> {
    const row = await this.#db.selectFrom('as_run').select('seq').where('amends_seq', '=', seq).executeTakeFirst();
    return row !== undefined;
  }

  async head(): Promise<ChainHead | null> {
    const row = await this.#db.selectFrom('as_run_head').selectAll().executeTakeFirst();
    return row ? headOfRow(row) : null;
  }

  async prune(before: Milliseconds): Promise<void> {
    const rows = this.#db.selectFrom('as_run').select(['seq', 'prev_hash']);
    const first =
      (await rows.where('starts_at_ms', '>=', before).orderBy('seq').limit(1).executeTakeFirst()) ??
      (await rows.orderBy('seq', 'desc').limit(1).executeTakeFirst());
    const head = await this.head();
    if (first === undefined || head === null || first.seq <= head.firstSeq) return;
    await this.#db.deleteFrom('as_run').where('seq', '<', first.seq).execute();
    await this.#setHead({ seq: first.seq - 1, hash: first.prev_hash }, head.last);
  }

  async lastSeq(): Promise<number> {
    return (await this.#last())?.seq ?? 0;
  }

  async listBetween(from: Milliseconds, until: Milliseconds, limit: number): Promise<readonly LoggedEntry[]> {
    const rows = await this.#db
      .selectFrom('as_run')
      .selectAll()
      .where('starts_at_ms', '>=', from)
      .where('starts_at_ms', '<', until)
      .orderBy('starts_at_ms', 'desc')
      .orderBy('seq', 'desc')
      .limit(limit)
      .execute();
    return rows.reverse().map(loggedEntryOfRow);
  }

  async followChain(after: ChainLink, limit: number): Promise<ChainWalk> {
    const rows = await this.#db.selectFrom('as_run').selectAll().where('seq', '>', after.seq).orderBy('seq').limit(limit).execute();
    let last = after;
    for (const [whole, row] of rows.entries()) {
      const what = chainFault(row, last);
      if (what !== null) return { whole, last, fault: { seq: last.seq + 1, what } };
      last = row;
    }
    return { whole: rows.length, last: { seq: last.seq, hash: last.hash }, fault: null };
  }

  async countSpots(before: Milliseconds): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#spots()
      .select((eb) => ['asset_id', eb.fn.countAll<number>().as('plays')])
      .where('starts_at_ms', '<', before)
      .where('outcome', '=', 'aired')
      .groupBy('asset_id')
      .execute();
    return new Map(rows.map((row) => [row.asset_id ?? '', row.plays]));
  }

  async listSpots(from: Milliseconds, until: Milliseconds): Promise<readonly LoggedEntry[]> {
    const rows = await this.#spots()
      .selectAll()
      .where('starts_at_ms', '>=', from)
      .where('starts_at_ms', '<', until)
      .orderBy('starts_at_ms')
      .execute();
    return rows.map(loggedEntryOfRow);
  }

  async listMissedSpots(from: Milliseconds): Promise<readonly LoggedEntry[]> {
    const rows = await this.#spots()
      .selectAll()
      .where('outcome', 'not in', ['aired', 'replaced'])
      .where('starts_at_ms', '>=', from)
      .orderBy('seq')
      .execute();
    return rows.map(loggedEntryOfRow);
  }

  async #add(entries: readonly Omit<LoggedEntry, 'seq'>[]): Promise<void> {
    if (entries.length === 0) return;
    const head = await this.head();
    const stored = await this.#last();
    // A log that was cut off goes on from what its head says: what is missing must not be covered over.
    let last: ChainLink = head !== null && head.last.seq >= (stored?.seq ?? 0) ? head.last : (stored ?? { seq: 0, hash: '' });
    const rows: AsRunTable[] = [];
    for (const entry of entries) {
      const row = asRunRow({ ...entry, seq: last.seq + 1 }, last.hash);
      rows.push(row);
      last = row;
    }
    for (let index = 0; index < rows.length; index += ROWS_A_STATEMENT) {
      await this.#db
        .insertInto('as_run')
        .values(rows.slice(index, index + ROWS_A_STATEMENT))
        .execute();
    }
    await this.#setHead(head?.before ?? { seq: 0, hash: '' }, last);
  }

  async #setHead(before: ChainLink, last: ChainLink): Promise<void> {
    const row = headRow(before, last);
    await this.#db
      .insertInto('as_run_head')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  }

  #spots() {
    return this.#db
      .selectFrom('as_run')
      .where('kind', '=', 'commercial')
      .where('asset_id', 'is not', null)
      .where('seq', 'not in', (eb) =>
        eb
          .selectFrom('as_run as later')
          .select('later.amends_seq')
          .where('later.amends_seq', 'is not', null)
          .$castTo<{ amends_seq: number }>(),
      );
  }

  #last() {
    return this.#db.selectFrom('as_run').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  }
}

function chainFault(row: AsRunTable, before: ChainLink): 'changed' | 'missing' | 'unchained' | null {
  if (row.seq !== before.seq + 1) return 'missing';
  const { prev_hash: prevHash, hash, ...content } = row;
  if (hash !== hashOfRow(content, prevHash)) return 'changed';
  return prevHash === before.hash ? null : 'unchained';
}
