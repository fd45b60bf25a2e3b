import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the station's own files are. */
export interface Places {
  /** The script of the engine process. */
  readonly engineEntry: string;
  /** The script of the thread that reads the database. */
  readonly readerEntry: string;
  /** The script of the process that looks into media files. */
  readonly workshopEntry: string;
  /** The console's build; it need not be there when the station runs from its source. */
  readonly consoleFolder: string;
  /** The bridge of the desktop app's window. */
  readonly preloadPath: string;
}

/**
 * The places as seen from an entry, which is run from its source (`src/main/station.ts`) or from the build (`out/main/station.js`).
 * @param entryUrl the entry's `import.meta.url`; only an entry is sure to stay where it is when the build moves code between files
 */
export function placesFrom(entryUrl: string): Places {
  const entry = fileURLToPath(entryUrl);
  const folder = dirname(entry);
  const isSource = entry.endsWith('.ts');
  const out = isSource ? resolve(folder, '../../out') : resolve(folder, '..');
  return {
    engineEntry: isSource ? join(folder, 'engine', 'engine.ts') : join(folder, 'engine.js'),
    readerEntry: isSource ? join(folder, 'infrastructure', 'sqlite', 'reader-thread.ts') : join(folder, 'reader-thread.js'),
    workshopEntry: isSource
      ? join(folder, 'infrastructure', 'ffmpeg', 'workshop', 'workshop-process.ts')
      : join(folder, 'workshop-process.js'),
    consoleFolder: join(out, 'renderer'),
    preloadPath: join(out, 'preload', 'preload.cjs'),
  };
}
