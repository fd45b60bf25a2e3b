import { join } from 'node:path';
import type { SlateCard } from '../../shared/contract/index.ts';
import { milliseconds, parseFrameRate } from '../../shared/time/index.ts';
import {
  AirQueries,
  BreakIn,
  EngineStrain,
  FollowEngine,
  HoldSchedule,
  PanicSlate,
  ReturnToProgramme,
  RundownFeeder,
  SkipNext,
  TakeNext,
} from '../application/air/index.ts';
import { Affidavits, AmendAsRun, AsRunQueries, AsRunReports, KeepDailyFiles, TakeInEvidence } from '../application/as-run/index.ts';
import type { Channel } from '../application/channel.ts';
import { MakeDemoMedia } from '../application/demo/index.ts';
import type { ImportService } from '../application/library/index.ts';
import { PlaylogQueries } from '../application/playlog/index.ts';
import type { Engine } from '../application/ports/engine.ts';
import { KeepPlaylogAhead } from '../application/schedule/index.ts';
import { DEFAULT_PLAN_RULES } from '../domain/schedule/index.ts';
import { Sha256EvidenceSeal } from '../infrastructure/engine-link/sha256-evidence-seal.ts';
import { DEMO_SET, FfmpegDemoStudio } from '../infrastructure/ffmpeg/demo/index.ts';
import type { FfmpegPrograms } from '../infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import type { MediaTools } from '../infrastructure/ffmpeg/workshop/workshop-media.ts';
import { DiskAsRunArchive } from '../infrastructure/file-system/disk-as-run-archive.ts';
import type { StationSettings } from '../infrastructure/settings/station-settings.ts';
import { StationEventFeed } from '../infrastructure/station-router/station-event-feed.ts';
import { healthFeatures } from './health-features.ts';
import { libraryFeatures } from './library-features.ts';
import { outputFeatures } from './output-features.ts';
import { planningFeatures } from './planning-features.ts';
import type { StationFoundation } from './station-foundation.ts';

/** The use cases of every feature, put together. Nothing runs yet. */
export type StationFeatures = ReturnType<typeof putFeaturesTogether>;

/** Puts the use cases together on a foundation, an engine, an FFmpeg and what looks into media with it. */
export function putFeaturesTogether(foundation: StationFoundation, engine: Engine, programs: FfmpegPrograms, media: MediaTools) {
  const { settings } = foundation;
  const { name, rate, zone } = settings.channel;
  const channel: Channel = { name, rate: parseFrameRate(rate), zone };
  const feed = new StationEventFeed();
  const library = libraryFeatures(foundation, feed, media, new EngineStrain(engine, foundation.clock));
  const demo = demoOf(foundation, library.imports, programs);
  const ofChannel = channelOf(foundation, engine, channel, feed);
  return {
    feed,
    demo,
    imports: library.imports,
    library,
    ...ofChannel,
    ...outputFeatures(foundation, engine, ofChannel.planAhead),
  };
}

function demoOf({ dataFolder, log }: StationFoundation, imports: ImportService, { ffmpegPath }: FfmpegPrograms): MakeDemoMedia {
  const startImport = async (path: string, by: string) => {
    const answer = await imports.start({ path, kind: null, by });
    if (!answer.ok) throw new Error(`The import of the demo media was refused: ${answer.message}`);
  };
  return new MakeDemoMedia(new FfmpegDemoStudio(ffmpegPath, DEMO_SET), startImport, join(dataFolder, 'demo-media'), log);
}

/** The slate as the engine was told to draw it. */
function slateCardOf({ channel, slate }: StationSettings): SlateCard {
  const { words, backdrop, accent, logoPath, showsClock } = slate;
  return { words: words ?? channel.name, backdrop, accent, showsClock, hasLogo: logoPath !== null };
}

function channelOf(foundation: StationFoundation, engine: Engine, channel: Channel, events: StationEventFeed) {
  const { unitOfWork, clock, ids, log, timers, settings, configuration } = foundation;
  const shared = { unitOfWork, clock, events, log, channel };
  const rules = { ...DEFAULT_PLAN_RULES, lockWindow: milliseconds(settings.schedule.lockWindowSeconds * 1000) };
  const inputs = { list: () => configuration.current().inputs };
  const planner = planningFeatures({ ...shared, ids, rules, inputs });
  const { planAhead } = planner;
  const takeInEvidence = new TakeInEvidence({ ...shared, engine, seal: new Sha256EvidenceSeal(), planAhead });
  const commands = { engine, takeInEvidence, log, channel };
  const feeder = new RundownFeeder({ ...shared, engine, takeInEvidence });
  const asRunReports = new AsRunReports(unitOfWork, channel);
  const archive = new DiskAsRunArchive(join(foundation.dataFolder, 'as-run'));
  const air = new AirQueries(engine, clock, channel);
  return {
    ...planner,
    air,
    ...healthFeatures(foundation, engine, air),
    airCommands: {
      slate: slateCardOf(settings),
      takeNext: new TakeNext(commands),
      skipNext: new SkipNext(commands),
      holdSchedule: new HoldSchedule(commands),
      breakIn: new BreakIn({ ...commands, unitOfWork }),
      panicSlate: new PanicSlate(commands),
      returnToProgramme: new ReturnToProgramme(commands),
    },
    followEngine: new FollowEngine({ engine, feeder, takeInEvidence, air, events, timers, log }),
    keepPlaylogAhead: new KeepPlaylogAhead({ planAhead, events, timers, clock, log }),
    playlog: new PlaylogQueries(unitOfWork, clock, channel, rules.lockWindow, inputs),
    asRun: new AsRunQueries(unitOfWork),
    asRunReports,
    affidavits: new Affidavits({ unitOfWork, clock, channel, reports: asRunReports }),
    amendAsRun: new AmendAsRun(unitOfWork, events, log),
    keepDailyFiles: new KeepDailyFiles({ unitOfWork, clock, timers, log, channel, archive, reports: asRunReports }),
  };
}
