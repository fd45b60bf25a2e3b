import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { enginePaths } from '../../src/main/engine/folder/engine-paths.ts';
import type { LinkClient } from '../../src/main/engine/testing/link-client.ts';
import { type EngineStatus, inputsSchema } from '../../src/shared/engine-protocol/index.ts';
import { parseFrameRate } from '../../src/shared/time/index.ts';
import { makeCodedClip, readCodedStream, type StreamReport } from '../../test-media/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { withEngine } from './engine-in-process.ts';

/** How fast the sources' clocks run: by as much in a minute as one that is 170 millionths off in an hour. */
const SPEEDS = [1.01, 0.99];
const RATE = parseFrameRate('25/1');
const CLIP_ID = 2;
const PATIENCE_MS = 60_000;
const SOURCE = { type: 'live' as const, inputId: 'studio' };

/** Airs a source whose clock is 1 % fast, and at the same time one that is 1 % slow, by the real clock, and reads from what was aired how sound lay to picture and how late it was. */
export const driftSection: BenchSection = { name: 'drift', run };

async function run(options: BenchOptions): Promise<BenchResult> {
  options.tell(`Airing sources at ${SPEEDS.join(' and ')} of their speed for ${options.seconds} s`);
  const done = new AbortController();
  const signal = AbortSignal.any([options.signal, done.signal]);
  const runs = SPEEDS.map(async (speed) => findings(speed, await air(speed, { ...options, signal })));
  try {
    return summed(await Promise.all(runs));
  } finally {
    // When one fails the other leaves the air before its folder is removed.
    done.abort();
    await Promise.allSettled(runs);
  }
}

function summed(results: readonly BenchResult[]): BenchResult {
  return { figures: Object.assign({}, ...results.map(({ figures }) => figures)), lines: results.flatMap(({ lines }) => lines) };
}

/** @throws BenchRefused when no flash was seen with its beep */
function findings(speed: number, report: StreamReport): BenchResult {
  const { pairs, minOffsetMs, maxOffsetMs } = report.sync;
  if (minOffsetMs === null || maxOffsetMs === null) throw new BenchRefused('No flash was seen with its beep.');
  const later = latenesses(report, speed);
  const least = Math.round(later.reduce((a, b) => Math.min(a, b), 0));
  const most = Math.round(later.reduce((a, b) => Math.max(a, b), 0));
  const last = Math.round(later.at(-1) ?? Number.NaN);
  const line =
    `${speed}: ${later.length} pictures, ${pairs.length} flashes, sound ${minOffsetMs.toFixed(1)} to ${maxOffsetMs.toFixed(1)} ms after the picture, ` +
    `later than at the take by ${least} to ${most} ms, at the end ${last} ms`;
  return {
    lines: [line],
    figures: { [`leastOffsetMs_${speed}`]: minOffsetMs, [`mostOffsetMs_${speed}`]: maxOffsetMs, [`laterMs_${speed}`]: last },
  };
}

/** For each frame of the source on air: how many milliseconds later it was than the first one. */
function latenesses({ frames }: StreamReport, speed: number): readonly number[] {
  const shown = frames.flatMap((frame) => (frame.kind === 'coded' ? [{ at: frame.ptsMs, sent: (frame.frameNumber * 40) / speed }] : []));
  const [first] = shown;
  return shown.map(({ at, sent }) => at - sent - ((first?.at ?? 0) - (first?.sent ?? 0)));
}

async function air(speed: number, { ffmpegPath, folder: root, seconds, signal }: BenchOptions): Promise<StreamReport> {
  const folder = join(root, `at-${speed}`);
  const clip = join(root, `source-${speed}.mp4`);
  const frames = Math.ceil((seconds + 30) * 25 * speed);
  await makeCodedClip({ path: clip, clipId: CLIP_ID, frames, rate: RATE, width: 320, height: 180, audio: 'stereo' });
  const log = { id: 'log', name: 'Log', type: 'recorder', leastFreeGigabytes: 0, segmentMinutes: 1440 };
  const config = { ffmpegPath, width: 320, height: 180, video: { preset: 'ultrafast', bitrateKbps: 1000 }, streamPort: 0, rtmpPort: 0 };
  let sender: ChildProcess | null = null;
  try {
    await withEngine(folder, { ...config, outputs: [log] }, async (client) => {
      const input = { id: 'studio', name: 'Studio', type: 'rtmp-publish', key: 'studio-key', stableAfterSeconds: 1 };
      await client.call('setInputs', { inputs: inputsSchema.parse([input]) });
      const rtmp = (await client.call('hello', { protocol: 1 })).addresses.rtmp.replace(/[^/]+$/, 'studio-key');
      sender = spawn(ffmpegPath, ['-v', 'error', '-readrate', `${speed}`, '-i', clip, '-c', 'copy', '-f', 'flv', rtmp], {
        stdio: 'ignore',
      });
      await until(client, signal, ({ inputs }) => inputs[0]?.state === 'stable');
      await client.call('arm', { source: SOURCE });
      await until(client, signal, ({ armed }) => armed?.cue === 'cued');
      await client.call('breaking', { source: SOURCE, cause: 'benchmark', note: '', returnBy: 'rejoin' });
      await pause(seconds * 1000, undefined, { signal });
    });
  } finally {
    (sender as ChildProcess | null)?.kill('SIGKILL');
  }
  const recordings = join(enginePaths(folder).recordings, 'log');
  const [file = ''] = await readdir(recordings);
  return readCodedStream(join(recordings, file), { channel: { rate: RATE } });
}

/** @throws BenchRefused when it does not come to that */
async function until(client: LinkClient, signal: AbortSignal, isSo: (status: EngineStatus) => boolean): Promise<void> {
  for (let waited = 0; !isSo(await client.call('status', {})); waited += 100) {
    if (waited > PATIENCE_MS) throw new BenchRefused('The source did not come.');
    await pause(100, undefined, { signal });
  }
}
