import type { Migration } from '../migrate.ts';

/** The library: assets with their media files, their search index, and imports. */
export const library: Migration = {
  version: 1,
  name: 'library',
  sql: `
    CREATE TABLE assets (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      house_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      title TEXT NOT NULL,
      title_sort TEXT NOT NULL,
      lifecycle TEXT NOT NULL CHECK (lifecycle IN ('new', 'enriching', 'ready', 'retired')),
      is_approved INTEGER NOT NULL CHECK (is_approved IN (0, 1)),
      gain_db REAL NOT NULL,
      imported_at_ms INTEGER NOT NULL,
      last_aired_at_ms INTEGER,
      deleted_at_ms INTEGER
    ) STRICT;
    CREATE INDEX assets_by_title ON assets (title_sort, seq) WHERE deleted_at_ms IS NULL;
    CREATE INDEX assets_by_kind_and_title ON assets (kind, title_sort, seq) WHERE deleted_at_ms IS NULL;

    CREATE TABLE media_files (
      asset_id TEXT NOT NULL PRIMARY KEY REFERENCES assets (id),
      path TEXT NOT NULL UNIQUE,
      size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
      modified_at_ms INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      container TEXT NOT NULL,
      duration_ms REAL NOT NULL CHECK (duration_ms > 0),
      video_codec TEXT NOT NULL,
      width_px INTEGER NOT NULL,
      height_px INTEGER NOT NULL,
      pixel_aspect_num INTEGER NOT NULL,
      pixel_aspect_den INTEGER NOT NULL,
      nominal_rate TEXT,
      average_rate TEXT,
      is_interlaced INTEGER NOT NULL CHECK (is_interlaced IN (0, 1)),
      rotation_degrees INTEGER NOT NULL CHECK (rotation_degrees IN (0, 90, 180, 270)),
      audio_codec TEXT,
      audio_channels INTEGER,
      audio_sample_rate_hz INTEGER,
      integrated_lufs REAL,
      true_peak_db REAL
    ) STRICT;
    CREATE INDEX media_files_by_fingerprint ON media_files (fingerprint);

    CREATE VIRTUAL TABLE asset_search USING fts5 (
      title, house_id, file_name,
      content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    );

    CREATE TABLE house_numbers (
      prefix TEXT NOT NULL PRIMARY KEY,
      last_number INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE imports (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      kind TEXT,
      requested_by TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
      found_count INTEGER NOT NULL,
      done_count INTEGER NOT NULL,
      created_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX imports_unfinished ON imports (seq) WHERE state IN ('queued', 'running');

    CREATE TABLE import_files (
      seq INTEGER PRIMARY KEY,
      import_id TEXT NOT NULL REFERENCES imports (id),
      path TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('imported', 'known', 'replaced', 'moved', 'refused')),
      refusal_code TEXT,
      refusal_reason TEXT,
      UNIQUE (import_id, path)
    ) STRICT;
    CREATE INDEX import_files_pending ON import_files (import_id, seq) WHERE outcome IS NULL;
    CREATE INDEX import_files_refused ON import_files (import_id, seq) WHERE outcome = 'refused';
  `,
};
