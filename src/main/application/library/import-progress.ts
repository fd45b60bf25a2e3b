import type { ImportId } from '../../domain/library/index.ts';
import type { LibraryCatalogue } from '../ports/library-catalogue.ts';
import type { LibraryEvents } from '../ports/library-events.ts';
import type { Log } from '../ports/log.ts';
import { importView } from './library-views.ts';

/** Tells how an import comes along. While one telling is being put together, later ones are folded into the next. */
export class ImportProgress {
  readonly #catalogue: LibraryCatalogue;
  readonly #events: LibraryEvents;
  readonly #log: Log;
  readonly #wanted = new Set<ImportId>();
  #telling: Promise<void> | null = null;

  constructor(catalogue: LibraryCatalogue, events: LibraryEvents, log: Log) {
    this.#catalogue = catalogue;
    this.#events = events;
    this.#log = log;
  }

  /** Asks for a telling soon. */
  tell(id: ImportId): void {
    this.#wanted.add(id);
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = null;
    });
  }

  /** Waits until all that was asked for has been told. */
  async settled(): Promise<void> {
    while (this.#telling) await this.#telling;
  }

  async #tellAll(): Promise<void> {
    try {
      for (const id of this.#wanted) {
        this.#wanted.delete(id);
        const report = await this.#catalogue.findImport(id);
        if (report) this.#events.importProgress(importView(report));
      }
    } catch (error) {
      this.#log.error('The progress of an import could not be told', { error });
    }
  }
}
