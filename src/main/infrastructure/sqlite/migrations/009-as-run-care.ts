import type { Migration } from '../migrate.ts';

/** Corrections of the as-run log, and where its chain begins and ends: what was pruned, and what must not be missing at its end. */
export const asRunCare: Migration = {
  version: 9,
  name: 'as-run-care',
  sql: `
    ALTER TABLE as_run ADD COLUMN amends_seq INTEGER;
    ALTER TABLE as_run ADD COLUMN note TEXT;
    CREATE INDEX as_run_amended ON as_run (amends_seq) WHERE amends_seq IS NOT NULL;

    CREATE TABLE as_run_head (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      first_seq INTEGER NOT NULL,
      first_prev_hash TEXT NOT NULL,
      last_seq INTEGER NOT NULL,
      last_hash TEXT NOT NULL,
      seal TEXT
    ) STRICT;
    INSERT INTO as_run_head
      SELECT 1, 1, '', seq, hash, NULL FROM as_run ORDER BY seq DESC LIMIT 1;
  `,
};
