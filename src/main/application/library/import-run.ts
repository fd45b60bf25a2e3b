import { type FileRefusal, type MediaImport, refusal, refusalBecause, WATCH_FOLDER_IMPORTS } from '../../domain/library/index.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { Log } from '../ports/log.ts';
import type { MediaFiles } from '../ports/media-files.ts';
import { MediaToolFailed } from '../ports/media-probe.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { ImportFile } from './import-file.ts';
import type { ImportProgress } from './import-progress.ts';
import { type WaitForCalmParts, waitForCalm } from './wait-for-calm.ts';

/** How many files are written down, or fetched to be dealt with, at once. */
const BATCH = 200;

const TOOL_FAILED = refusalBecause(
  'not-readable',
  'The import stopped: the program that looks into media files could not be run. Check FFmpeg on this machine, then import again.',
);
const STATION_FAILED = refusalBecause(
  'not-readable',
  'The import stopped because of a fault in the station; its log says which. Import again when it is repaired.',
);

/** What an import works with. */
export interface ImportRunParts extends WaitForCalmParts {
  readonly unitOfWork: UnitOfWork;
  readonly files: MediaFiles;
  readonly importFile: ImportFile;
  readonly progress: ImportProgress;
  readonly events: LibraryEvents;
  readonly log: Log;
  /** How many files are looked into at the same time. */
  readonly parallelFiles: number;
}

/**
 * Carries one import from wherever it stands to its end: walks the folder, then deals with the files nobody has dealt with. Every step is
 * written down before the next, so that after a crash a new run goes on where the last one was torn off.
 */
export class ImportRun {
  readonly #parts: ImportRunParts;
  readonly #import: MediaImport;
  readonly #signal: AbortSignal;

  constructor(parts: ImportRunParts, mediaImport: MediaImport, signal: AbortSignal) {
    this.#parts = parts;
    this.#import = mediaImport;
    this.#signal = signal;
  }

  /** Ends when the import has, or soon after the signal; then its state is left as it was. */
  async run(): Promise<void> {
    try {
      await this.#runSteps();
    } catch (error) {
      if (this.#signal.aborted) return;
      this.#parts.log.error('An import stopped', { error, importId: this.#import.id, path: this.#import.path });
      await this.#fail(error instanceof MediaToolFailed ? TOOL_FAILED : STATION_FAILED);
    }
  }

  async #runSteps(): Promise<void> {
    const root = await this.#parts.files.inspect(this.#import.path);
    if (root.type === 'not-found' || root.type === 'not-readable' || root.type === 'bad-name') return this.#fail(refusal(root.type));
    await this.#enter('running');
    // A watch folder's import names its files: the others in the folder may still be written.
    if (this.#import.requestedBy !== WATCH_FOLDER_IMPORTS) await this.#walk();
    await this.#processFiles();
    await this.#enter('done');
  }

  async #walk(): Promise<void> {
    let batch: string[] = [];
    for await (const { path, type } of this.#parts.files.walk(this.#import.path)) {
      this.#signal.throwIfAborted();
      if (type === 'unreadable-folder') await this.#refuse(path, await this.#whyUnreadable(path));
      else batch.push(path);
      if (batch.length < BATCH) continue;
      await this.#addFiles(batch);
      batch = [];
    }
    await this.#addFiles(batch);
  }

  /** A folder that was there when its parent was read may be gone by now. */
  async #whyUnreadable(path: string): Promise<FileRefusal> {
    const { type } = await this.#parts.files.inspect(path);
    return refusal(type === 'not-found' || type === 'bad-name' ? type : 'not-readable');
  }

  async #addFiles(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return;
    await this.#parts.unitOfWork.run(({ imports }) => imports.addFiles(this.#import.id, paths));
    this.#parts.progress.tell(this.#import.id);
  }

  async #processFiles(): Promise<void> {
    for (;;) {
      const pending = await this.#parts.unitOfWork.run(({ imports }) => imports.listPendingFiles(this.#import.id, BATCH));
      if (pending.length === 0) return;
      const paths = pending.values();
      const workers = await Promise.allSettled(Array.from({ length: this.#parts.parallelFiles }, () => this.#processSome(paths)));
      for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
    }
  }

  /** One of several workers that take from the same paths. */
  async #processSome(paths: Iterable<string>): Promise<void> {
    for (const path of paths) {
      await waitForCalm(this.#parts, this.#signal);
      const { isChanged } = await this.#parts.importFile.run(this.#import, path, this.#signal);
      if (isChanged) this.#parts.events.libraryChanged();
      this.#parts.progress.tell(this.#import.id);
    }
  }

  /** Ends the import as failed, with the reason where people look for it: among its failures, under its own path. */
  async #fail(why: FileRefusal): Promise<void> {
    await this.#refuse(this.#import.path, why);
    await this.#enter('failed');
  }

  async #refuse(path: string, why: FileRefusal): Promise<void> {
    await this.#parts.unitOfWork.run(async ({ imports }) => {
      await imports.addFiles(this.#import.id, [path]);
      await imports.settleFile(this.#import.id, path, 'refused', why);
    });
  }

  async #enter(state: MediaImport['state']): Promise<void> {
    await this.#parts.unitOfWork.run(async ({ imports }) => {
      // Whoever cancelled it a moment ago has the last word.
      if ((await imports.get(this.#import.id))?.state !== 'cancelled') await imports.setState(this.#import.id, state);
    });
    this.#parts.progress.tell(this.#import.id);
  }
}
