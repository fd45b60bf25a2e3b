import type { Migration } from '../migrate.ts';

/** Imports that wait for a person, flaws that are meant so, and searches that are kept. */
export const libraryCare: Migration = {
  version: 7,
  name: 'library-care',
  sql: `
    ALTER TABLE imports ADD COLUMN is_paused INTEGER NOT NULL DEFAULT 0 CHECK (is_paused IN (0, 1));
    ALTER TABLE assets ADD COLUMN intended_flaws_json TEXT NOT NULL DEFAULT '[]';

    CREATE TABLE saved_filters (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      search TEXT NOT NULL
    ) STRICT;
  `,
};
