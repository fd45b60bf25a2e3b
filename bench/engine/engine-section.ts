import { getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { engineConfigSchema } from '../../src/shared/engine-protocol/index.ts';
import { type FrameRate, parseFrameRate } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { CpuAccount } from '../processes/cpu-account.ts';
import { takeSnapshot } from '../processes/take-snapshot.ts';
import { makeBenchClips } from './bench-clips.ts';
import { compareSides, type SideMeasurement } from './compare-sides.ts';
import { startEngineSide } from './engine-side.ts';
import { startPlain } from './plain-side.ts';
import type { Side } from './side.ts';

/**
 * Both sides have started, cued, and filled their buffers; the engine has tried its encoders, and its code is compiled: in the first half minute its pump takes
 * a quarter more than for the rest of the day.
 */
const SETTLE_SECONDS = 45;
const LOOK_EVERY_MS = 250;
const ATTEMPTS = 4;

/** The whole engine against one plain ffmpeg that does the same transcode: both at real time, side by side, so that noise hits both alike. */
export const engineSection: BenchSection = { name: 'engine', run };

async function run(options: BenchOptions): Promise<BenchResult> {
  await takeSnapshot(process.platform);
  options.tell('Making the clips');
  const clips = await makeBenchClips(options.ffmpegPath, join(options.folder, 'clips'), options.signal);
  const config = engineConfigSchema.parse({ ffmpegPath: options.ffmpegPath, streamPort: 0, rtmpPort: 0 });
  const format = { width: config.width, height: config.height, rate: parseFrameRate(config.rate) };
  const plan = { clips, config, format };
  const plain = await startPlain({ ...plan, folder: join(options.folder, 'plain') });
  try {
    const engine = await startEngineSide(
      { ...plan, folder: join(options.folder, 'station') },
      SETTLE_SECONDS + ATTEMPTS * (options.seconds + 5),
    );
    try {
      // Whoever else is at work must get in the way of both alike.
      setPriority(plain.pid, getPriority(engine.pid));
      options.tell(`Both run; measuring for ${options.seconds} s after ${SETTLE_SECONDS} s to settle`);
      await pauseUnless(options.signal, SETTLE_SECONDS * 1000);
      return await compareRepeatedly(() => measure(engine, plain, options), format.rate, options);
    } finally {
      await engine.stop();
    }
  } finally {
    await plain.stop();
  }
}

/** A machine may be busy for a while; what was measured then does not count. @throws BenchRefused when it stays busy */
async function compareRepeatedly(
  watch: () => Promise<readonly [SideMeasurement, SideMeasurement]>,
  rate: FrameRate,
  { signal, tell }: BenchOptions,
): Promise<BenchResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return compareSides(await watch(), rate);
    } catch (error) {
      if (!(error instanceof BenchRefused) || attempt === ATTEMPTS || signal.aborted) throw error;
      tell(`${error.message} Measuring again.`);
    }
  }
}

async function measure(engine: Side, plain: Side, { seconds, signal }: BenchOptions): Promise<readonly [SideMeasurement, SideMeasurement]> {
  const sides = [engine, plain].map((side) => ({
    side,
    account: new CpuAccount(side.pid, side.roles),
    firstFrame: side.frame(),
    before: side.disturbances(),
  }));
  const start = performance.now();
  for (;;) {
    const snapshot = await takeSnapshot(process.platform);
    for (const { account } of sides) account.observe(snapshot);
    const left = seconds * 1000 - (performance.now() - start);
    if (left <= 0) break;
    // Where a snapshot tells of ended children, the first and the last are enough.
    await pauseUnless(signal, snapshot.tellsEndedChildren ? left : Math.min(left, LOOK_EVERY_MS));
  }
  const elapsedMs = performance.now() - start;
  const [ofEngine, ofPlain] = sides.map(({ side, account, firstFrame, before }) => ({
    elapsedMs,
    used: account.used(),
    frames: side.frame() - firstFrame,
    disturbances: Object.fromEntries(Object.entries(side.disturbances()).map(([what, count]) => [what, count - (before[what] ?? 0)])),
  }));
  if (!ofEngine || !ofPlain) throw new BenchRefused('A side is missing.');
  return [ofEngine, ofPlain];
}

/** @throws the signal's reason when it comes first */
async function pauseUnless(signal: AbortSignal, lengthMs: number): Promise<void> {
  try {
    await pause(lengthMs, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
