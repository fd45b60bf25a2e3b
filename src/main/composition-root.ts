import { join } from 'node:path';
import type { Air } from '../shared/contract/air.ts';
import type { StreamAddresses } from '../shared/engine-protocol/index.ts';
import { refuseTakenPorts } from './composition/refuse-taken-ports.ts';
import { serveNetwork } from './composition/serve-network.ts';
import { keepCollectionsShort } from './composition/short-collections.ts';
import { answerCalls, type StationCalls } from './composition/station-calls.ts';
import { putFeaturesTogether, type StationFeatures } from './composition/station-features.ts';
import { layFoundation, type StationFoundation } from './composition/station-foundation.ts';
import type { StationStart } from './composition/station-start.ts';
import { untilOnAir } from './composition/until-on-air.ts';
import { EngineLink } from './infrastructure/engine-link/engine-link.ts';
import { findMediaPrograms } from './infrastructure/ffmpeg/find-media-programs.ts';
import { MediaWorkshop } from './infrastructure/ffmpeg/workshop/media-workshop.ts';
import { workshopMedia } from './infrastructure/ffmpeg/workshop/workshop-media.ts';
import { engineConfigFrom } from './infrastructure/settings/engine-config-from.ts';
import type { StationSettings } from './infrastructure/settings/station-settings.ts';

/** Where the station can be reached from this machine. */
export interface StationAddresses extends StreamAddresses {
  readonly api: string;
}

/** A station that runs. */
export interface Station {
  readonly calls: StationCalls;
  readonly settings: StationSettings;
  readonly log: StationFoundation['log'];
  readonly events: StationFeatures['feed'];
  readonly air: () => Air;
  /** Waits until the channel can be watched. @throws when the station stops before it is */
  readonly untilOnAir: () => Promise<StationAddresses>;
  /** Stops the station; the channel leaves the air, or plays on without it. */
  readonly stop: (parting: 'leave' | 'stop') => Promise<void>;
}

/** How long the engine may take to be reached before the log says so. The station goes on trying. */
const ENGINE_PATIENCE_MS = 15_000;

/**
 * Starts a station on its data folder: opens what is there, serves the network, attaches to the engine that runs or starts one, keeps the
 * channel planned and the engine fed.
 * @throws what `startRefusal` knows when the station can't run as it was told to; nothing is left running then
 */
export async function startStation(start: StationStart): Promise<Station> {
  keepCollectionsShort();
  const foundation = await layFoundation(start);
  try {
    return await startOn(foundation, start);
  } catch (error) {
    await foundation.closings.closeAll();
    throw error;
  }
}

async function startOn(foundation: StationFoundation, start: StationStart): Promise<Station> {
  const { settings, log, closings } = foundation;
  const { engine, programs, engineFolder } = await findEngine(foundation, start);
  const workshop = new MediaWorkshop({ entry: start.places.workshopEntry, programs, log });
  closings.add('media workshop', workshop.close);
  // Now, while this process is small: starting another copies its tables of memory.
  workshop.open();
  const features = putFeaturesTogether(foundation, engine, programs, workshopMedia(workshop));
  const calls = answerCalls(foundation, features);
  const api = await serveNetwork(foundation, features, calls, start.places.consoleFolder);
  await refuseTakenPorts(settings, engineFolder);
  const stopping = new AbortController();
  await startJobs(foundation, features, engine, stopping.signal);
  return {
    calls,
    settings,
    log,
    events: features.feed,
    air: features.air.get,
    untilOnAir: async () => ({ api, ...(await untilOnAir(engine, stopping.signal)) }),
    stop: async (parting) => {
      stopping.abort(new Error('The station is stopping'));
      log.info('The station stops', { parting });
      // Nobody may ask the engine for more while it goes; its last words are read at the next start.
      features.followEngine.stop();
      if (parting === 'stop') await engine.leaveAir('station stopped');
      await closings.closeAll();
    },
  };
}

async function findEngine({ settings, configuration, dataFolder, clock, log }: StationFoundation, { places, environment }: StationStart) {
  const programs = await findMediaPrograms({
    ffmpegPath: environment.ffmpegPath ?? settings.ffmpeg.ffmpegPath,
    ffprobePath: environment.ffprobePath ?? settings.ffmpeg.ffprobePath,
  });
  const engineFolder = join(dataFolder, 'engine');
  const config = () => engineConfigFrom(settings, configuration.current(), programs.ffmpegPath);
  const engine = new EngineLink({ engineFolder, dataFolder, entry: places.engineEntry, config }, clock, log);
  return { engine, programs, engineFolder };
}

async function startJobs(
  { closings, log }: StationFoundation,
  features: StationFeatures,
  engine: EngineLink,
  stopping: AbortSignal,
): Promise<void> {
  const { keepPlaylogAhead, followEngine, imports, demo } = features;
  // First of all: it airs what it knows while the rest looks through a large library.
  closings.add('engine link', engine.detach);
  void engine.start(ENGINE_PATIENCE_MS).then((answer) => {
    if (!answer.ok && !stopping.aborted) log.warn('The engine is slow to come', { code: answer.code, message: answer.message });
  });
  await features.library.review();
  closings.add('planner', keepPlaylogAhead.stop);
  await keepPlaylogAhead.start();
  closings.add('daily as-run files', features.keepDailyFiles.stop);
  features.keepDailyFiles.start();
  closings.add('engine follower', followEngine.stop);
  followEngine.start();
  closings.add('engine settings', features.keepEngineUpToDate.stop);
  features.keepEngineUpToDate.start();
  closings.add('imports', () => imports.stop());
  await imports.resumeInterrupted();
  closings.add('enrichment', features.library.enrichment.stop);
  features.library.enrichment.wake();
  closings.add('scrubbing', features.library.scrub.stop);
  closings.add('previews', features.library.previews.stop);
  closings.add('backups', features.library.backups.stop);
  features.library.backups.start();
  closings.add('watch folders', features.library.watchFolders.stop);
  await features.library.watchFolders.start();
  closings.add('demo media', demo.stop);
}
