import type { Migration } from '../migrate.ts';

/**
 * Which version of its sidecar each asset was told by, and what it said, so that one that changes is read again. Of assets that came in before, nothing
 * is known.
 */
export const sidecars: Migration = {
  version: 11,
  name: 'sidecars',
  sql: `
    CREATE TABLE sidecars (
      asset_id TEXT NOT NULL PRIMARY KEY REFERENCES assets (id),
      mark TEXT,
      said_json TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
