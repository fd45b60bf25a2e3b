import type { Migration } from '../migrate.ts';

/** Media files that are sound alone. What was refused as that, or as a still, is looked into again when an import comes by. */
export const soundAlone: Migration = {
  version: 10,
  name: 'sound-alone',
  sql: `
    CREATE TABLE media_files_new (
      asset_id TEXT NOT NULL PRIMARY KEY REFERENCES assets (id),
      path TEXT NOT NULL UNIQUE,
      size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
      modified_at_ms INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      container TEXT NOT NULL,
      duration_ms REAL NOT NULL CHECK (duration_ms > 0),
      video_codec TEXT,
      width_px INTEGER,
      height_px INTEGER,
      pixel_aspect_num INTEGER,
      pixel_aspect_den INTEGER,
      nominal_rate TEXT,
      average_rate TEXT,
      is_interlaced INTEGER NOT NULL CHECK (is_interlaced IN (0, 1)),
      rotation_degrees INTEGER NOT NULL CHECK (rotation_degrees IN (0, 90, 180, 270)),
      audio_codec TEXT,
      audio_channels INTEGER,
      audio_sample_rate_hz INTEGER,
      integrated_lufs REAL,
      true_peak_db REAL,
      CHECK (video_codec IS NOT NULL OR audio_codec IS NOT NULL)
    ) STRICT;
    INSERT INTO media_files_new (
      asset_id, path, size_bytes, modified_at_ms, fingerprint, container, duration_ms, video_codec, width_px, height_px, pixel_aspect_num,
      pixel_aspect_den, nominal_rate, average_rate, is_interlaced, rotation_degrees, audio_codec, audio_channels, audio_sample_rate_hz,
      integrated_lufs, true_peak_db
    ) SELECT
      asset_id, path, size_bytes, modified_at_ms, fingerprint, container, duration_ms, video_codec, width_px, height_px, pixel_aspect_num,
      pixel_aspect_den, nominal_rate, average_rate, is_interlaced, rotation_degrees, audio_codec, audio_channels, audio_sample_rate_hz,
      integrated_lufs, true_peak_db
    FROM media_files;
    DROP TABLE media_files;
    ALTER TABLE media_files_new RENAME TO media_files;
    CREATE INDEX media_files_by_fingerprint ON media_files (fingerprint);

    DELETE FROM refused_files WHERE path IN (SELECT path FROM import_files WHERE refusal_code IN ('no-picture', 'unsupported'));
    UPDATE import_files SET refusal_code = 'unsupported' WHERE refusal_code = 'no-picture';
  `,
};
