import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type EngineConfig, engineConfigSchema } from '../src/shared/engine-protocol/index.ts';
import { firstFrameFrom, frames, milliseconds, parseFrameRate } from '../src/shared/time/index.ts';
import { endOf, runFree } from './run-free.ts';
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
  readonly withFaults: boolean;
  readonly ffmpegPath: string;
  readonly tell: (line: string) => void;
}

const RATE = '25/1';
/** Short items with a free clock: it is the joins that are to be many. */
const FREE_LENGTHS = [frames(8), frames(30)] as const;

/** Runs a soak and examines what it left. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  const { folder, seed, withFaults, tell } = options;
  const media = join(folder, 'media');
  await mkdir(media, { recursive: true });
  tell('making media');
  const clips = await makeSoakClips(media);
  const bad = withFaults ? await makeBadFiles(media) : null;
  const rate = parseFrameRate(RATE);
  const config = soakConfig(options.ffmpegPath);
  const start = frames(firstFrameFrom(milliseconds(Date.now()), rate));
  const plan = planSoak({ seed, items: options.joins + 1, lengths: FREE_LENGTHS, start, rate, clips, bad });
  const end = endOf(plan, start);
  tell(`airing ${plan.length} items, ${end - start} frames`);
  const run = await runFree({ folder, config, plan, start, end, seed, withKills: withFaults, tell });
  tell('checking every frame');
  return reportOnSoak(run, plan, rate);
}

function soakConfig(ffmpegPath: string): EngineConfig {
  return engineConfigSchema.parse({
    ...{ width: 160, height: 90, rate: RATE, ffmpegPath, streamPort: 0, rtmpPort: 0 },
    video: { preset: 'ultrafast', bitrateKbps: 500 },
  });
}
