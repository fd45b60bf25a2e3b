import { join } from 'node:path';
import { libraryFeatures } from '../composition/library-features.ts';
import { FfmpegMediaPreviews } from '../infrastructure/ffmpeg/ffmpeg-media-previews.ts';
import { FfmpegMediaProbe, type FfmpegPrograms } from '../infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import { FfmpegMediaScrubs } from '../infrastructure/ffmpeg/ffmpeg-media-scrubs.ts';
import { FfmpegMediaStills } from '../infrastructure/ffmpeg/ffmpeg-media-stills.ts';
import type { MediaTools } from '../infrastructure/ffmpeg/workshop/workshop-media.ts';
import { stationSettingsSchema } from '../infrastructure/settings/station-settings.ts';
import { openDatabase } from '../infrastructure/sqlite/open-database.ts';
import { SqliteUnitOfWork } from '../infrastructure/sqlite/sqlite-unit-of-work.ts';
import { StationEventFeed } from '../infrastructure/station-router/station-event-feed.ts';
import { RandomIds } from '../infrastructure/system/random-ids.ts';
import { SystemClock } from '../infrastructure/system/system-clock.ts';
import { SystemTimers } from '../infrastructure/system/system-timers.ts';

/** FFmpeg as this machine's tests find it. */
const PROGRAMS: FfmpegPrograms = { ffmpegPath: process.env.FFMPEG_PATH ?? 'ffmpeg', ffprobePath: process.env.FFPROBE_PATH ?? 'ffprobe' };

/**
 * Fills the library of a station that does not run yet with a folder of media, thumbnails and all. An import into a station on air takes as
 * long as the air lets it: it gives way to all else on the machine, and waits while frames are late. Nothing holds this one back.
 * @param dataFolder a station's data folder, there and not in use
 * @returns the import's id
 * @throws when the import is refused
 */
export async function stockLibrary(dataFolder: string, media: string): Promise<string> {
  const clock = new SystemClock();
  const database = openDatabase(join(dataFolder, 'station.db'), clock.now());
  const failures: unknown[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (_message: string, details: object) => void failures.push(details) };
  const foundation = {
    ...{ unitOfWork: new SqliteUnitOfWork(database.kysely), settings: stationSettingsSchema.parse({}), database, reader: database.kysely },
    ...{ clock, ids: new RandomIds(), log, timers: new SystemTimers(), dataFolder },
  };
  const { imports, enrichment } = libraryFeatures(foundation, new StationEventFeed(), ownMediaTools(), { isStrained: () => false });
  try {
    const started = await imports.start({ path: media, kind: null, by: 'admin' });
    if (!started.ok) throw new Error(`The media can't be imported: ${started.message}`);
    await imports.whenIdle();
    await enrichment.whenIdle();
    if (failures.length > 0) throw new Error('The media were not imported', { cause: failures });
    return started.value.importId;
  } finally {
    await enrichment.stop();
    await database.close();
  }
}

/** What looks into media from this process, rather than from a workshop that gives way to the air. */
function ownMediaTools(): MediaTools {
  return {
    probe: new FfmpegMediaProbe(PROGRAMS),
    stills: new FfmpegMediaStills(PROGRAMS.ffmpegPath),
    scrubs: new FfmpegMediaScrubs(PROGRAMS.ffmpegPath),
    previews: new FfmpegMediaPreviews(PROGRAMS),
  };
}
