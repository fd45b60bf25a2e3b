import type { Migration } from '../migrate.ts';

/** The plan, what it remembers of series, campaigns and their make-goods, and what people changed in the playlog. */
export const planner: Migration = {
  version: 5,
  name: 'planner',
  sql: `
    ALTER TABLE playlog_items ADD COLUMN origin_json TEXT;

    CREATE TABLE plan (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      revision INTEGER NOT NULL,
      plan_json TEXT NOT NULL,
      changed_at_ms INTEGER NOT NULL,
      changed_by TEXT NOT NULL,
      planned_stamp TEXT
    ) STRICT;

    CREATE TABLE series_plays (
      memory TEXT NOT NULL,
      start_frame INTEGER NOT NULL,
      season INTEGER,
      episode INTEGER,
      house_id TEXT NOT NULL,
      PRIMARY KEY (memory, start_frame)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE campaigns (
      id TEXT NOT NULL PRIMARY KEY,
      revision INTEGER NOT NULL,
      campaign_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE make_goods (
      as_run_seq INTEGER NOT NULL PRIMARY KEY,
      campaign_id TEXT NOT NULL,
      decision TEXT NOT NULL CHECK (decision IN ('accepted', 'declined')),
      decided_by TEXT NOT NULL,
      decided_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX as_run_missed_spots ON as_run (starts_at_ms) WHERE kind = 'commercial' AND outcome != 'aired';
    CREATE INDEX as_run_spots ON as_run (asset_id, starts_at_ms) WHERE kind = 'commercial';

    CREATE TABLE playlog_edits (
      seq INTEGER NOT NULL PRIMARY KEY,
      revision INTEGER NOT NULL,
      edited_by TEXT NOT NULL,
      edited_at_ms INTEGER NOT NULL,
      before_json TEXT NOT NULL,
      after_json TEXT NOT NULL,
      is_undone INTEGER NOT NULL DEFAULT 0
    ) STRICT;
  `,
};
