import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from '../../shared/time/index.ts';
import { KeepBackups } from '../application/backups/index.ts';
import {
  EditAssets,
  EmptyBin,
  EnrichAssets,
  ImportFile,
  ImportProgress,
  ImportService,
  LibraryQueries,
  PreviewAssets,
  reviewReadiness,
  SavedFilters,
  ScrubAssets,
  SelectForPlace,
  WatchFolders,
} from '../application/library/index.ts';
import type { AirStrain } from '../application/ports/air-strain.ts';
import type { LibraryEvents } from '../application/ports/library-events.ts';
import type { Log } from '../application/ports/log.ts';
import type { FlawLimits } from '../domain/library/index.ts';
import type { MediaTools } from '../infrastructure/ffmpeg/workshop/workshop-media.ts';
import { DiskMediaFiles } from '../infrastructure/file-system/disk-media-files.ts';
import { FolderScrubStore } from '../infrastructure/file-system/folder-scrub-store.ts';
import { FolderThumbnailStore } from '../infrastructure/file-system/folder-thumbnail-store.ts';
import { SystemFolderWatch } from '../infrastructure/file-system/system-folder-watch.ts';
import { FolderBackupStore } from '../infrastructure/sqlite/folder-backup-store.ts';
import { SqliteLibraryCatalogue } from '../infrastructure/sqlite/sqlite-library-catalogue.ts';
import type { StationEventFeed } from '../infrastructure/station-router/station-event-feed.ts';
import type { StationFoundation } from './station-foundation.ts';

/** How much disk the stills and outlines of opened assets may take; they can be made again. */
const MOST_SCRUB_BYTES = 512 * 1024 * 1024;

/** What the library stands on. */
type LibraryFoundation = Pick<
  StationFoundation,
  'unitOfWork' | 'settings' | 'database' | 'reader' | 'clock' | 'ids' | 'timers' | 'dataFolder'
> & {
  readonly log: Log;
};

function flawLimitsOf({ library }: StationFoundation['settings']): FlawLimits {
  return {
    black: milliseconds(library.longBlackSeconds * 1000),
    freeze: milliseconds(library.longFreezeSeconds * 1000),
    silence: milliseconds(library.longSilenceSeconds * 1000),
  };
}

/** The library's use cases, put together. Nothing runs yet. */
export function libraryFeatures(foundation: LibraryFoundation, feed: StationEventFeed, media: MediaTools, air: AirStrain) {
  const { unitOfWork, reader, clock, ids, log, timers, dataFolder } = foundation;
  const thumbnails = new FolderThumbnailStore(join(dataFolder, 'thumbnails'));
  const enrichment = new EnrichAssets({ unitOfWork, stills: media.stills, thumbnails, log });
  const events: LibraryEvents = {
    libraryChanged: () => {
      feed.publish({ type: 'library-changed' });
      enrichment.wake();
    },
    importProgress: (progress) => feed.publish({ type: 'import-progress', import: progress }),
  };
  const files = new DiskMediaFiles();
  const limits = flawLimitsOf(foundation.settings);
  const stillLength = milliseconds(foundation.settings.library.stillSeconds * 1000);
  const catalogue = new SqliteLibraryCatalogue(reader);
  const importFile = new ImportFile({ unitOfWork, files, probe: media.probe, clock, ids, limits, stillLength });
  const progress = new ImportProgress(catalogue, events, log);
  // Half of the machine: the rest is the air's, which comes first besides. Two even on the smallest, because one of them often waits for a disk.
  const parallelFiles = Math.max(2, Math.floor(availableParallelism() / 2));
  const imports = new ImportService({ unitOfWork, files, importFile, progress, events, log, clock, ids, parallelFiles, air, timers });
  const watch = new SystemFolderWatch(log);
  const watchFolders = new WatchFolders({ unitOfWork, catalogue, files, clock, limits, imports, watch, events, timers, ids, log });
  const queries = new LibraryQueries(catalogue, clock, limits);
  const backups = new KeepBackups({ store: new FolderBackupStore(dataFolder, foundation.database), clock, timers, log });
  const selection = new SelectForPlace(catalogue);
  const scrub = new ScrubAssets({
    catalogue,
    scrubs: media.scrubs,
    store: new FolderScrubStore(join(dataFolder, 'scrub'), MOST_SCRUB_BYTES),
  });
  const previews = new PreviewAssets({ catalogue, previews: media.previews });
  const edits = new EditAssets({ unitOfWork, events, clock, limits });
  const savedFilters = new SavedFilters({ unitOfWork, clock, ids });
  const emptyBin = new EmptyBin({ unitOfWork, thumbnails, events, clock });
  const review = () => reviewReadiness({ unitOfWork, events, limits });
  return { review, imports, enrichment, watchFolders, queries, selection, backups, edits, scrub, previews, savedFilters, emptyBin };
}
