import type { FileOutcome, FileRefusal, ImportFailure, ImportId, MediaImport } from '../../domain/library/index.ts';

/** The imports, and the files that each one found. */
export interface ImportRepository {
  get(id: ImportId): Promise<MediaImport | null>;
  /** The imports that are neither done, cancelled nor failed, oldest first. */
  listUnfinished(): Promise<readonly MediaImport[]>;
  /** The files that an import refused, in the order they were found. */
  listFailures(id: ImportId): Promise<readonly ImportFailure[]>;
  add(mediaImport: MediaImport): Promise<void>;
  /** Writes an import's state. */
  setState(id: ImportId, state: MediaImport['state']): Promise<void>;
  /** Adds files to an import and to its count of found ones. Paths it has already are passed over. */
  addFiles(id: ImportId, paths: readonly string[]): Promise<void>;
  /** Up to `limit` files that nobody has dealt with yet, in the order they were found. */
  listPendingFiles(id: ImportId, limit: number): Promise<readonly string[]>;
  /** Notes what became of a file and counts it as done. A file that was settled before stays as it is. */
  settleFile(id: ImportId, path: string, outcome: FileOutcome, refusal: FileRefusal | null): Promise<void>;
}
