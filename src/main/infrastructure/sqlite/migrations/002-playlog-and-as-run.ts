import type { Migration } from '../migrate.ts';

/** What will air, what did, and how far the engine's evidence was taken in. */
export const playlogAndAsRun: Migration = {
  version: 2,
  name: 'playlog-and-as-run',
  sql: `
    CREATE TABLE playlog_items (
      id TEXT NOT NULL PRIMARY KEY,
      start_frame INTEGER NOT NULL,
      duration_frames INTEGER NOT NULL CHECK (duration_frames > 0),
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      house_id TEXT,
      asset_id TEXT,
      in_frame INTEGER NOT NULL,
      start_mode TEXT NOT NULL CHECK (start_mode IN ('follow', 'fixed', 'manual')),
      status TEXT NOT NULL CHECK (status IN ('planned', 'on-air', 'aired', 'partial', 'missed', 'failed')),
      explanation_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX playlog_items_by_start ON playlog_items (start_frame);
    CREATE INDEX playlog_items_by_asset ON playlog_items (asset_id, start_frame) WHERE asset_id IS NOT NULL;

    CREATE TABLE playlog_revision (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      revision INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE as_run (
      seq INTEGER NOT NULL PRIMARY KEY,
      item_id TEXT,
      asset_id TEXT,
      house_id TEXT,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      planned_starts_at_ms INTEGER,
      planned_duration_frames INTEGER,
      starts_at_ms INTEGER NOT NULL,
      start_frame INTEGER NOT NULL,
      duration_frames INTEGER NOT NULL,
      held_frames INTEGER NOT NULL,
      slated_frames INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      reason TEXT NOT NULL,
      cause TEXT NOT NULL,
      prev_hash TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX as_run_by_start ON as_run (starts_at_ms);
    CREATE TRIGGER as_run_is_never_changed BEFORE UPDATE ON as_run
      BEGIN SELECT RAISE(ABORT, 'The as-run log is never changed, only added to'); END;

    CREATE TABLE evidence_cursor (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL,
      hash TEXT,
      as_run_state_json TEXT NOT NULL
    ) STRICT;

    CREATE TABLE evidence_defects (
      id INTEGER NOT NULL PRIMARY KEY,
      at_ms INTEGER NOT NULL,
      evidence_seq INTEGER NOT NULL,
      fault TEXT NOT NULL,
      detail TEXT NOT NULL
    ) STRICT;
  `,
};
