import { StationLockedError } from '../infrastructure/data-folder/station-lock.ts';
import { MediaProgramsMissing } from '../infrastructure/ffmpeg/find-media-programs.ts';
import { SettingsError } from '../infrastructure/settings/settings-error.ts';
import { DatabaseRefused } from '../infrastructure/sqlite/database-refused.ts';

/** The sentence for the person who started a station that can't run as it was told to; null when the error is a defect. */
export function startRefusal(error: unknown): string | null {
  const isRefusal = [SettingsError, StationLockedError, MediaProgramsMissing, DatabaseRefused].some((kind) => error instanceof kind);
  return isRefusal ? (error as Error).message : null;
}
