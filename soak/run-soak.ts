import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineConfig, engineConfigSchema } from '../src/shared/engine-protocol/index.ts';
import { firstFrameFrom, frames, milliseconds, parseFrameRate } from '../src/shared/time/index.ts';
import { freePort } from './receivers/foreign-program.ts';
import { Receivers } from './receivers/index.ts';
import { endOf, runFree } from './run-free.ts';
import { runPaced } from './run-paced.ts';
import { makeBadFiles, makeSoakClips } from './soak-clips.ts';
import { planSoak } from './soak-plan.ts';
import { reportOnSoak, type SoakReport } from './soak-report.ts';

/** What is asked of a soak. `joins` is the number of items with a free clock, `minutes` the length with the real one. */
export interface SoakOptions {
  readonly folder: string;
  readonly minutes: number;
  readonly seed: number;
  readonly joins: number;
  readonly pace: 'real' | 'free';
  /** `engine`: the engine is killed now and then, and nothing else; by the real clock alone. */
  readonly faults: 'none' | 'engine' | 'all';
  /** The channel's rate and size. */
  readonly rate: EngineConfig['rate'];
  readonly width: number;
  readonly height: number;
  /** What HLS segments are made of, and in how many sizes the channel can be had (1 to 3). */
  readonly hlsFormat: EngineConfig['hls']['format'];
  readonly sizes: number;
  /** Whether programs that others wrote receive the channel as well; by the real clock alone. */
  readonly withReceivers: boolean;
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
  readonly tell: (line: string) => void;
}

/** Short items with a free clock: it is the joins that are to be many. */
const FREE_LENGTHS = [frames(8), frames(30)] as const;
const PACED_LENGTHS = [frames(25), frames(150)] as const;
const HEAD_START_MS = 8000;

/** Runs a soak and examines what it left. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { folder, seed, faults, tell } = options;
  const media = join(folder, 'media');
  await mkdir(media, { recursive: true });
  tell('making media');
  const clips = await makeSoakClips(media);
  const bad = faults === 'all' ? await makeBadFiles(media) : null;
  const rate = parseFrameRate(options.rate);
  const isFree = options.pace === 'free';
  const receivers = options.withReceivers && !isFree ? await Receivers.open(options) : Receivers.none();
  // The installed engine needs a moment to come on air; what is before the start is a gap in its rundown.
  const start = frames(firstFrameFrom(milliseconds(Date.now() + (isFree ? 0 : HEAD_START_MS)), rate));
  const lengths = isFree ? FREE_LENGTHS : PACED_LENGTHS;
  const items = isFree ? options.joins + 1 : Math.ceil((options.minutes * 60 * rate.num) / rate.den / meanOf(lengths));
  const plan = planSoak({ seed, items, lengths, start, rate, clips, bad });
  const end = endOf(plan, start);
  tell(`airing ${plan.length} items, ${end - start} frames`);
  const config = { ...soakConfig(options), streamPort: isFree ? 0 : await freePort() };
  try {
    const run = await (isFree ? runFree : runPaced)({ folder, config, plan, start, end, seed, faults, receivers, tell });
    tell('checking every frame');
    return await reportOnSoak(run, plan, { rate, segmentSeconds: config.hls.segmentSeconds });
  } finally {
    await receivers.finish();
  }
}

function soakConfig({ ffmpegPath, rate, width, height, hlsFormat, sizes }: SoakOptions): EngineConfig {
  const bitrateKbps = Math.max(500, Math.round((width * height) / 200));
  return engineConfigSchema.parse({
    ...{ width, height, rate, ffmpegPath, streamPort: 0, rtmpPort: 0 },
    video: { preset: 'ultrafast', bitrateKbps },
    hls: { format: hlsFormat, renditions: smallerSizes(height, sizes, bitrateKbps) },
  });
}

/** The renditions: evenly down to half the channel's height, each with half the bits of the one above it. */
function smallerSizes(height: number, sizes: number, bitrateKbps: number): EngineConfig['hls']['renditions'] {
  return Array.from({ length: sizes - 1 }, (_, index) => {
    const share = 1 - (index + 1) / (2 * (sizes - 1));
    return { height: 2 * Math.round((height * share) / 2), bitrateKbps: Math.round(bitrateKbps / 2 ** (index + 1)) };
  });
}

function meanOf([shortest, longest]: readonly [number, number]): number {
  return (shortest + longest) / 2;
}
