import { join } from 'node:path';
import type { EngineConfig } from '../../../../shared/engine-protocol/index.ts';
import { type Milliseconds, parseFrameRate } from '../../../../shared/time/index.ts';
import type { EngineLog } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { FolderStorage, type MasterEntry, MasterKeeper, PLAYLIST_NAME } from '../hls/index.ts';
import type { RenditionPlan } from './rendition-arguments.ts';
import { openRenditionSink, type RenditionSink } from './rendition-sink.ts';

/** The channel's own playlist, when a master playlist stands where viewers look. */
const MAIN_PLAYLIST_NAME = 'main.m3u8';

/** A rendition with its id as a sink and the name of its folder. */
interface NamedPlan extends RenditionPlan {
  readonly id: string;
  readonly folder: string;
  /** Its playlist, seen from the master playlist. */
  readonly uri: string;
}

/** What renditions need of the engine. */
export interface RenditionsParts {
  readonly config: EngineConfig;
  /** The channel's own HLS folder; renditions have folders in it. */
  readonly dir: string;
  readonly children: ChildRegistry;
  readonly now: () => Milliseconds;
  readonly log: EngineLog;
}

/** The renditions that are configured, for the life of an engine. */
export class Renditions {
  readonly plans: readonly NamedPlan[];
  readonly #parts: RenditionsParts;
  readonly #open = new Map<string, RenditionSink>();
  readonly #master: MasterKeeper;
  #windowSegments: number;

  constructor(parts: RenditionsParts) {
    const { width, height, video, hls } = parts.config;
    this.#parts = parts;
    this.#windowSegments = hls.windowSegments;
    this.plans = hls.renditions.map((rendition) => ({
      ...rendition,
      id: `hls-${rendition.height}p`,
      folder: `${rendition.height}p`,
      uri: `${rendition.height}p/${PLAYLIST_NAME}`,
      width: 2 * Math.round((rendition.height * width) / height / 2),
      preset: video.preset,
    }));
    this.#master = this.#keepMaster();
  }

  /** The channel's own place in the list of all sizes; null when there is only its own. */
  get master(): MasterEntry | null {
    return this.plans.length === 0 ? null : this.#master.entry(MAIN_PLAYLIST_NAME, MAIN_PLAYLIST_NAME);
  }

  /** Opens a rendition. @throws the system's error when its folder can't be used. */
  async open(plan: NamedPlan): Promise<RenditionSink> {
    const { config, dir, children, now, log } = this.#parts;
    const { segmentSeconds, format } = config.hls;
    const hls = {
      dir: join(dir, plan.folder),
      rate: parseFrameRate(config.rate),
      segmentSeconds,
      format,
      windowSegments: this.#windowSegments,
      master: this.#master.entry(plan.uri, PLAYLIST_NAME),
    };
    const sink = await openRenditionSink({ id: plan.id, plan, hls, ffmpegPath: config.ffmpegPath, children, now, log });
    this.#open.set(plan.id, sink);
    return sink;
  }

  /** Has each list so many segments from the next one on. */
  list(windowSegments: number): void {
    this.#windowSegments = windowSegments;
    for (const sink of this.#open.values()) sink.list(windowSegments);
  }

  #keepMaster(): MasterKeeper {
    const { config, dir } = this.#parts;
    const audioKbps = config.audio.bitrateKbps;
    const own = { uri: MAIN_PLAYLIST_NAME, videoKbps: config.video.bitrateKbps, audioKbps };
    const others = this.plans.map(({ uri, bitrateKbps }) => ({ uri, videoKbps: bitrateKbps, audioKbps }));
    const place = { rate: parseFrameRate(config.rate), targetSeconds: config.hls.segmentSeconds };
    return new MasterKeeper({ ...place, storage: new FolderStorage(dir), name: PLAYLIST_NAME }, [own, ...others]);
  }
}
