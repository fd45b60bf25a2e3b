import type { Kysely } from 'kysely';
import { milliseconds } from '../../../shared/time/index.ts';
import type { EvidenceCursor, EvidenceDefect, EvidenceInbox } from '../../application/ports/evidence-inbox.ts';
import type { AsRunState } from '../../domain/as-run/index.ts';
import type { StationDatabase } from './station-schema.ts';

/** The place in the engine's journal in the tables `evidence_cursor` and `evidence_defects`. */
export class SqliteEvidenceInbox implements EvidenceInbox {
  readonly #db: Kysely<StationDatabase>;

  constructor(db: Kysely<StationDatabase>) {
    this.#db = db;
  }

  async cursor(): Promise<EvidenceCursor | null> {
    const row = await this.#db.selectFrom('evidence_cursor').selectAll().executeTakeFirst();
    // Nobody but `moveTo` writes this column, in the same program.
    return row ? { seq: row.seq, hash: row.hash, state: JSON.parse(row.as_run_state_json) as AsRunState } : null;
  }

  async moveTo(cursor: EvidenceCursor): Promise<void> {
    const place = { seq: cursor.seq, hash: cursor.hash, as_run_state_json: JSON.stringify(cursor.state) };
    await this.#db
      .insertInto('evidence_cursor')
      .values({ id: 1, ...place })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(place))
      .execute();
  }

  async recordDefect(defect: EvidenceDefect): Promise<void> {
    const row = { at_ms: Math.round(defect.at), evidence_seq: defect.seq, fault: defect.fault, detail: defect.detail };
    await this.#db.insertInto('evidence_defects').values(row).execute();
  }

  async listDefects(limit: number): Promise<readonly EvidenceDefect[]> {
    const rows = await this.#db.selectFrom('evidence_defects').selectAll().orderBy('id', 'desc').limit(limit).execute();
    return rows.map((row) => ({ at: milliseconds(row.at_ms), seq: row.evidence_seq, fault: row.fault, detail: row.detail }));
  }
}
