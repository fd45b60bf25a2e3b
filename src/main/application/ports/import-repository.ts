import type { FileOutcome, FileRefusal, ImportFailure, ImportId, MediaImport, SeenFile, WatchFolder } from '../../domain/library/index.ts';

/** The imports, the files that each one found, and the folders they come from by themselves. */
export interface ImportRepository {
  get(id: ImportId): Promise<MediaImport | null>;
  /** The imports that are neither done, cancelled nor failed, oldest first. */
  listUnfinished(): Promise<readonly MediaImport[]>;
  /** The files that an import refused, in the order they were found. */
  listFailures(id: ImportId): Promise<readonly ImportFailure[]>;
  add(mediaImport: MediaImport): Promise<void>;
  /** Writes an import's state. */
  setState(id: ImportId, state: MediaImport['state']): Promise<void>;
  /** Holds an import back, or lets it go on. */
  setPaused(id: ImportId, isPaused: boolean): Promise<void>;
  /** Makes refused files of an import due again, all of them when `paths` is null, and takes them off its count of done ones. How many. */
  reopenRefused(id: ImportId, paths: readonly string[] | null): Promise<number>;
  /** Adds files to an import and to its count of found ones. Paths it has already are passed over. */
  addFiles(id: ImportId, paths: readonly string[]): Promise<void>;
  /** Up to `limit` files that nobody has dealt with yet, in the order they were found. */
  listPendingFiles(id: ImportId, limit: number): Promise<readonly string[]>;
  /** Notes what became of a file and counts it as done. A file that was settled before stays as it is. */
  settleFile(id: ImportId, path: string, outcome: FileOutcome, refusal: FileRefusal | null): Promise<void>;
  /** Notes that this version of a file was refused, so that no rescan looks into it again. */
  rememberRefused(file: SeenFile): Promise<void>;
  /** The watch folders, in the order they were added. */
  listWatchFolders(): Promise<readonly WatchFolder[]>;
  /** @throws when its path is watched already. */
  addWatchFolder(folder: WatchFolder): Promise<void>;
  /** Whether there was one of that id. */
  removeWatchFolder(id: string): Promise<boolean>;
}
