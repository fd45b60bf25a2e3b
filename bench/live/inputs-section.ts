import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { InputSet } from '../../src/main/engine/inputs/index.ts';
import { startRtmpServer } from '../../src/main/engine/stream-server/rtmp/index.ts';
import { type Input, inputsSchema } from '../../src/shared/engine-protocol/index.ts';
import { milliseconds } from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { makeBenchClips } from '../engine/bench-clips.ts';
import { CpuAccount } from '../processes/cpu-account.ts';
import type { ProcessEntry } from '../processes/process-entry.ts';
import { takeSnapshot } from '../processes/take-snapshot.ts';

/** Watching has found out what the sources are, and its buffers are filled. */
const SETTLE_MS = 10_000;
const PATIENCE_MS = 30_000;
const SRT_PORT = 47_911;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NO_REGISTRY = { started: () => undefined, ended: () => undefined };

const [PLAIN, SRT, RTMP, ENGINE] = [
  'one plain ffmpeg that decodes it',
  'watching it over SRT',
  'watching it over RTMP',
  'receiving both (in the engine)',
];

/** What it costs to watch a live input that is not on air, beside one plain ffmpeg that decodes the same 1280x720 at 25 with its sound, all at once. */
export const inputsSection: BenchSection = { name: 'inputs', run };

async function run(options: BenchOptions): Promise<BenchResult> {
  const { ffmpegPath, folder, seconds, signal, tell } = options;
  await takeSnapshot(process.platform);
  tell('Making the clip');
  const [clip = ''] = await makeBenchClips(ffmpegPath, join(folder, 'clips'), signal);
  const tools = { ffmpegPath, children: NO_REGISTRY, now: () => milliseconds(performance.now()), log: SILENT };
  const inputs = new InputSet(tools);
  const server = await startRtmpServer({ host: '127.0.0.1', port: 0, playKey: 'channel', log: SILENT });
  const others: ChildProcess[] = [];
  const play = (...to: readonly string[]): void => {
    const args = ['-v', 'error', '-nostdin', '-re', '-stream_loop', '-1', '-i', clip, ...to];
    others.push(spawn(ffmpegPath, args, { stdio: 'ignore' }));
  };
  try {
    server.takePublishers(inputs.desk);
    await inputs.apply(watched());
    await until(inputs, 'waiting', signal);
    play('-c', 'copy', '-f', 'mpegts', `srt://127.0.0.1:${SRT_PORT}?mode=caller`);
    play('-c', 'copy', '-f', 'flv', `rtmp://127.0.0.1:${server.port}/live/studio-key`);
    play('-f', 'null', '-');
    await until(inputs, 'stable', signal);
    await pause(SETTLE_MS, undefined, { signal });
    tell(`Watching for ${seconds} s`);
    return await measure(seconds, signal);
  } finally {
    await Promise.all(others.map(end));
    await inputs.close();
    await server.close();
  }
}

function watched(): readonly Input[] {
  return inputsSchema.parse([
    { id: 'srt', name: 'SRT', type: 'srt', url: `srt://127.0.0.1:${SRT_PORT}`, mode: 'listener' },
    { id: 'rtmp', name: 'RTMP', type: 'rtmp-publish', key: 'studio-key' },
  ]);
}

/** @throws BenchRefused when an input does not come that far */
async function until(inputs: InputSet, state: 'waiting' | 'stable', signal: AbortSignal): Promise<void> {
  for (let waited = 0; inputs.statuses().some((status) => status.state !== state); waited += 100) {
    if (waited > PATIENCE_MS) throw new BenchRefused(`The inputs are not ${state}.`);
    await pause(100, undefined, { signal });
  }
}

async function measure(seconds: number, signal: AbortSignal): Promise<BenchResult> {
  const account = new CpuAccount(process.pid, { of: roleOf, ofEnded: 'other' });
  account.observe(await takeSnapshot(process.platform));
  const start = performance.now();
  await pause(seconds * 1000, undefined, { signal });
  account.observe(await takeSnapshot(process.platform));
  const used = account.used();
  const cores = (role: string): number => Math.round((1000 * (used.get(role) ?? 0)) / (performance.now() - start)) / 1000;
  const plain = cores(PLAIN);
  const share = (role: string): string =>
    `${role.padEnd(34)}${cores(role).toFixed(3)} cores ${((100 * cores(role)) / plain).toFixed(0).padStart(4)} %`;
  return {
    figures: { plainDecodeCores: plain, watchedSrtCores: cores(SRT), watchedRtmpCores: cores(RTMP), receivingCores: cores(ENGINE) },
    lines: [PLAIN, SRT, RTMP, ENGINE].map(share),
  };
}

function roleOf({ command }: ProcessEntry, isRoot: boolean): string {
  if (isRoot) return ENGINE;
  if (command.includes('-f null')) return PLAIN;
  if (command.includes('image2pipe')) return command.includes('srt:') ? SRT : RTMP;
  return 'senders';
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
