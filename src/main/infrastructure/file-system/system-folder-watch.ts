import { type FSWatcher, watch } from 'node:fs';
import type { FolderWatch } from '../../application/ports/folder-watch.ts';
import type { Log } from '../../application/ports/log.ts';

/** Where the system itself watches whole trees. Elsewhere Node would go through all of them, and stop everything meanwhile. */
const WATCHES_TREES = process.platform === 'darwin' || process.platform === 'win32';

/** Watches folders by the operating system's own means: whole trees where it can, the folder itself elsewhere. */
export class SystemFolderWatch implements FolderWatch {
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  watch(path: string, changed: () => void): () => void {
    const watcher = this.#open(path, changed);
    watcher?.on('error', (error) => {
      this.#log.warn('A folder can not be watched any more; it is looked at from time to time', { path, error });
      watcher.close();
    });
    return () => watcher?.close();
  }

  #open(path: string, changed: () => void): FSWatcher | null {
    try {
      return watch(path, { recursive: WATCHES_TREES, persistent: false }, () => changed());
    } catch (error) {
      this.#log.warn('A folder can not be watched; it is looked at from time to time', { path, error });
      return null;
    }
  }
}
