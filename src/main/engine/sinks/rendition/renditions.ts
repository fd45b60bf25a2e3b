import { join } from 'node:path';
import type { EngineConfig } from '../../../../shared/engine-protocol/index.ts';
import { type Milliseconds, parseFrameRate } from '../../../../shared/time/index.ts';
import type { EngineLog } from '../../hub/index.ts';
import type { ChildRegistry } from '../../processes/child-registry.ts';
import { MAIN_PLAYLIST_NAME, writeMasterPlaylist } from '../hls/index.ts';
import type { RenditionPlan } from './rendition-arguments.ts';
import { openRenditionSink, type RenditionSink } from './rendition-sink.ts';

/** A rendition with its id as a sink and the name of its folder. */
interface NamedPlan extends RenditionPlan {
  readonly id: string;
  readonly folder: string;
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
  #windowSegments: number;

  constructor(parts: RenditionsParts) {
    const { width, height, video, hls } = parts.config;
    this.#parts = parts;
    this.#windowSegments = hls.windowSegments;
    this.plans = hls.renditions.map((rendition) => ({
      ...rendition,
      id: `hls-${rendition.height}p`,
      folder: `${rendition.height}p`,
      width: 2 * Math.round((rendition.height * width) / height / 2),
      preset: video.preset,
    }));
  }

  /** The list of all sizes, for viewers; null when there is only the channel's own. */
  get master(): string | null {
    const { width, height, rate, video, audio } = this.#parts.config;
    if (this.plans.length === 0) return null;
    const own = { uri: MAIN_PLAYLIST_NAME, width, height, videoKbps: video.bitrateKbps, audioKbps: audio.bitrateKbps };
    const others = this.plans.map((plan) => ({
      ...plan,
      uri: `${plan.folder}/index.m3u8`,
      videoKbps: plan.bitrateKbps,
      audioKbps: audio.bitrateKbps,
    }));
    return writeMasterPlaylist([own, ...others], parseFrameRate(rate));
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
}
