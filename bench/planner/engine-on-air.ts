import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { EngineLink } from '../../src/main/infrastructure/engine-link/engine-link.ts';
import { SystemClock } from '../../src/main/infrastructure/system/system-clock.ts';
import { type EngineStatus, engineConfigSchema } from '../../src/shared/engine-protocol/index.ts';
import { firstFrameFrom, frames, parseFrameRate } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused } from '../bench-section.ts';
import { CLIP_SECONDS } from '../engine/bench-clips.ts';
import { rundownOf } from '../engine/engine-side.ts';

const ENTRY = fileURLToPath(new URL('../../src/main/engine/engine.ts', import.meta.url));
const START_TIMEOUT_MS = 60_000;
const FORMAT = { width: 320, height: 180, rate: parseFrameRate('25/1') };
/** More than planning takes on the slowest machine. */
const ON_AIR_SECONDS = 1800;
/** Started, cued, and its buffers filled. */
const SETTLE_MS = 8000;
/** How long the engine is watched before the work, to know what the machine alone does to it. */
const QUIET_MS = 10_000;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** How the engine did meanwhile: lateness in milliseconds, of the worst second. `quiet` is before the work. */
interface AirFigures {
  readonly airFrames: number;
  readonly airMaxLateMs: number;
  readonly airP95LateMs: number;
  readonly airHeldFrames: number;
  readonly quietMaxLateMs: number;
  readonly quietHeldFrames: number;
}

type Second = NonNullable<EngineStatus['second']>;

/** Does some work while a real engine is on air, and says how the air was before and meanwhile. @throws BenchRefused when there is no engine */
export async function withEngineOnAir<T>(
  { folder, ffmpegPath, signal }: Pick<BenchOptions, 'folder' | 'ffmpegPath' | 'signal'>,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly air: AirFigures }> {
  const clip = join(folder, 'clip.mp4');
  await makeClip(ffmpegPath, clip, signal);
  const { width, height } = FORMAT;
  const video = { preset: 'ultrafast', bitrateKbps: 400 };
  const config = engineConfigSchema.parse({ ffmpegPath, width, height, video, streamPort: 0, rtmpPort: 0 });
  const clock = new SystemClock();
  const place = { engineFolder: join(folder, 'engine'), dataFolder: folder, entry: ENTRY };
  const link = new EngineLink({ ...place, config: () => config }, clock, SILENT);
  try {
    const started = await link.start(START_TIMEOUT_MS);
    if (!started.ok) throw new BenchRefused(started.message);
    const start = frames(firstFrameFrom(clock.now(), FORMAT.rate) + 2 * FORMAT.rate.num);
    const loaded = await link.call('load', { rundown: rundownOf([clip], start, ON_AIR_SECONDS, FORMAT), basedOnSeq: 1_000_000 });
    if (!loaded.ok) throw new BenchRefused(loaded.message);
    await pause(SETTLE_MS, undefined, { signal });
    const quiet = await secondsDuring(link, () => pause(QUIET_MS, undefined, { signal }));
    const { result, seconds } = await secondsDuring(link, work);
    if (seconds.length === 0) throw new BenchRefused('The engine told nothing while it was watched.');
    return { result, air: { ...airOf(seconds), ...quietOf(quiet.seconds) } };
  } finally {
    await link.leaveAir('benchmark done');
  }
}

async function makeClip(ffmpegPath: string, path: string, signal: AbortSignal): Promise<void> {
  const { width, height } = FORMAT;
  const inputs = ['-f', 'lavfi', '-i', `testsrc2=s=${width}x${height}:r=25`, '-f', 'lavfi', '-i', 'sine=r=48000'];
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-ac', '2'];
  const args = ['-nostdin', '-loglevel', 'error', '-y', ...inputs, '-t', String(CLIP_SECONDS), ...codecs, path];
  await promisify(execFile)(ffmpegPath, args, { signal });
}

/** Each second that the engine tells of while something is done, once. */
async function secondsDuring<T>(
  link: EngineLink,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly seconds: readonly Second[] }> {
  const seconds = new Map<number, Second>();
  const before = link.lastStatus()?.status.second?.at ?? 0;
  const stop = link.listen({
    connected: () => undefined,
    disconnected: () => undefined,
    evidenceWritten: () => undefined,
    statusHeard: ({ status: { second } }) => {
      if (second !== null && second.at > before) seconds.set(second.at, second);
    },
  });
  try {
    const result = await work();
    // The last second is told of when it is over.
    await pause(1500);
    return { result, seconds: [...seconds.values()] };
  } finally {
    stop();
  }
}

function airOf(seconds: readonly Second[]) {
  return {
    airFrames: seconds.reduce((sum, second) => sum + second.frames, 0),
    airMaxLateMs: Math.round(Math.max(...seconds.map(({ lateMaxMs }) => lateMaxMs))),
    airP95LateMs: Math.round(Math.max(...seconds.map(({ lateP95Ms }) => lateP95Ms))),
    airHeldFrames: seconds.reduce((sum, { heldFrames }) => sum + heldFrames, 0),
  };
}

function quietOf(seconds: readonly Second[]) {
  const { airMaxLateMs: quietMaxLateMs, airHeldFrames: quietHeldFrames } = airOf(seconds);
  return { quietMaxLateMs, quietHeldFrames };
}
