import type { Import } from '../../../shared/contract/index.ts';

/** Who wants to know that the library changed. Telling never fails and never waits. */
export interface LibraryEvents {
  /** Some asset was added or changed. */
  libraryChanged(): void;
  /** An import came further. Latest wins. */
  importProgress(progress: Import): void;
}
