import type { Migration } from '../migrate.ts';

/**
 * What people say about assets, their bin, markers and flaws; enrichment; watch folders.
 * A file's name for the search index is what follows the last slash or backslash of its path.
 */
export const libraryDepth: Migration = {
  version: 4,
  name: 'library-depth',
  sql: `
    ALTER TABLE assets ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE assets ADD COLUMN series TEXT;
    ALTER TABLE assets ADD COLUMN season INTEGER;
    ALTER TABLE assets ADD COLUMN episode INTEGER;
    ALTER TABLE assets ADD COLUMN year INTEGER;
    ALTER TABLE assets ADD COLUMN genres_json TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE assets ADD COLUMN tags_json TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE assets ADD COLUMN people_json TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE assets ADD COLUMN content_rating TEXT;
    ALTER TABLE assets ADD COLUMN language TEXT;
    ALTER TABLE assets ADD COLUMN advertiser TEXT;
    ALTER TABLE assets ADD COLUMN category TEXT;
    ALTER TABLE assets ADD COLUMN rights_from_ms INTEGER;
    ALTER TABLE assets ADD COLUMN rights_until_ms INTEGER;
    ALTER TABLE assets ADD COLUMN notes TEXT NOT NULL DEFAULT '';
    ALTER TABLE assets ADD COLUMN in_frame INTEGER;
    ALTER TABLE assets ADD COLUMN out_frame INTEGER;
    ALTER TABLE assets ADD COLUMN missing_since_ms INTEGER;
    ALTER TABLE assets ADD COLUMN flaws_json TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE assets ADD COLUMN length_ms REAL NOT NULL DEFAULT 0;
    UPDATE assets SET length_ms = (SELECT duration_ms FROM media_files WHERE asset_id = assets.id);

    DROP INDEX assets_by_title;
    DROP INDEX assets_by_kind_and_title;
    CREATE INDEX assets_by_title ON assets (
      title_sort, seq, kind, lifecycle, is_approved, length_ms, year, rights_until_ms, last_aired_at_ms, missing_since_ms, imported_at_ms
    ) WHERE deleted_at_ms IS NULL;
    CREATE INDEX assets_by_kind_and_title ON assets (kind, title_sort, seq) WHERE deleted_at_ms IS NULL;
    CREATE INDEX assets_by_rights_end ON assets (rights_until_ms) WHERE deleted_at_ms IS NULL AND rights_until_ms IS NOT NULL;
    CREATE INDEX assets_in_bin ON assets (title_sort, seq) WHERE deleted_at_ms IS NOT NULL;
    CREATE INDEX assets_missing ON assets (title_sort, seq) WHERE missing_since_ms IS NOT NULL;

    CREATE TABLE asset_terms (
      field TEXT NOT NULL CHECK (field IN ('series', 'genre', 'tag', 'person', 'advertiser', 'category', 'rating', 'language')),
      term TEXT NOT NULL,
      asset_seq INTEGER NOT NULL REFERENCES assets (seq),
      PRIMARY KEY (field, term, asset_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX asset_terms_by_asset ON asset_terms (asset_seq);

    DROP TABLE asset_search;
    CREATE VIRTUAL TABLE asset_search USING fts5 (
      title, series, labels, people, house_id, file_name,
      content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
    );
    INSERT INTO asset_search (rowid, title, series, labels, people, house_id, file_name)
      SELECT seq, title, '', '', '', house_id, replace(slashed, rtrim(slashed, replace(slashed, '/', '')), '')
      FROM (SELECT seq, title, house_id, replace(path, char(92), '/') AS slashed FROM assets JOIN media_files ON asset_id = id);

    CREATE TABLE markers (
      asset_id TEXT NOT NULL REFERENCES assets (id),
      type TEXT NOT NULL CHECK (type IN ('break', 'chapter', 'credits')),
      origin TEXT NOT NULL CHECK (origin IN ('hand', 'chapters', 'black-and-silence')),
      at_frame INTEGER NOT NULL CHECK (at_frame >= 0),
      quiet_from_frame INTEGER,
      quiet_until_frame INTEGER,
      label TEXT,
      PRIMARY KEY (asset_id, type, origin, at_frame)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE enrichment_steps (
      asset_id TEXT NOT NULL REFERENCES assets (id),
      step TEXT NOT NULL CHECK (step IN ('thumbnail')),
      state TEXT NOT NULL CHECK (state IN ('due', 'done', 'failed')),
      attempts INTEGER NOT NULL,
      PRIMARY KEY (asset_id, step)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX enrichment_steps_due ON enrichment_steps (step, asset_id) WHERE state = 'due';
    INSERT INTO enrichment_steps (asset_id, step, state, attempts) SELECT id, 'thumbnail', 'due', 0 FROM assets;

    CREATE TABLE watch_folders (
      id TEXT NOT NULL PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      kind TEXT,
      added_by TEXT NOT NULL,
      added_at_ms INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE refused_files (
      path TEXT NOT NULL PRIMARY KEY,
      size_bytes INTEGER NOT NULL,
      modified_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
