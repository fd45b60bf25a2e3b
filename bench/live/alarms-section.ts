import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { rundownItem, rundownOf } from '../../src/main/domain/playout/rundown.arbitrary.ts';
import { enginePaths } from '../../src/main/engine/folder/engine-paths.ts';
import type { LinkClient } from '../../src/main/engine/testing/link-client.ts';
import type { AlarmCode, RundownItem } from '../../src/shared/engine-protocol/index.ts';
import {
  decibels,
  type Frames,
  firstFrameFrom,
  frameDueAt,
  frames,
  type Milliseconds,
  milliseconds,
  parseFrameRate,
} from '../../src/shared/time/index.ts';
import { type BenchOptions, BenchRefused, type BenchResult, type BenchSection } from '../bench-section.ts';
import { withEngine } from './engine-in-process.ts';

const RATE = parseFrameRate('25/1');
const PICTURE = 's=320x180:r=25';
const LIVELY = `testsrc2=${PICTURE}`;
const TONE = 'sine=frequency=440:sample_rate=48000';

/** What is put on air, and the alarm that is due for it; null: nothing is wrong with it. */
interface Fare {
  readonly name: string;
  readonly alarm: AlarmCode | null;
  readonly picture: string;
  readonly sound: string;
}

const PROGRAMME: Fare = { name: 'programme', alarm: null, picture: LIVELY, sound: TONE };
const FAULTS: readonly Fare[] = [
  { name: 'black', alarm: 'picture-black', picture: `color=black:${PICTURE}`, sound: TONE },
  { name: 'frozen', alarm: 'picture-frozen', picture: `${LIVELY},loop=loop=-1:size=1`, sound: TONE },
  { name: 'silent', alarm: 'sound-silent', picture: LIVELY, sound: 'anullsrc=r=48000:cl=stereo' },
];
/** About what a round takes, by the clock. */
const ROUND_SECONDS = 90;
const FAULT_FRAMES = 250;
/** An alarm that comes back within ten seconds is the same one. Each time a little longer: faults begin anywhere in a segment. */
const CALM_FRAMES = 300;
const LONGER_FRAMES = 13;
const CLIP_SECONDS = 30;
const HEAD_START_MS = 8000;
/** Longer than any alarm may take. */
const PATIENCE_MS = 15_000;

/** Since when something is wrong that an alarm is due for. */
interface Cause {
  readonly alarm: AlarmCode;
  readonly at: Milliseconds;
}

/** How long it takes from the first frame that is black, frozen or silent, and from a disk that is taken away, to the alarm, by the clock, with segments of two seconds. */
export const alarmsSection: BenchSection = { name: 'alarms', run };

async function run(options: BenchOptions): Promise<BenchResult> {
  const { ffmpegPath, folder, seconds, signal, tell } = options;
  const rounds = Math.ceil(seconds / ROUND_SECONDS);
  const media = new Map<Fare, string>();
  for (const fare of [PROGRAMME, ...FAULTS]) media.set(fare, await makeClip(ffmpegPath, folder, fare, signal));
  const config = { ffmpegPath, width: 320, height: 180, video: { preset: 'ultrafast', bitrateKbps: 800 }, streamPort: 0, rtmpPort: 0 };
  const taken: { readonly alarm: AlarmCode; readonly ms: number }[] = [];
  await withEngine(folder, config, async (client) => {
    const start = frames(firstFrameFrom(milliseconds(Date.now() + HEAD_START_MS), RATE));
    const { items, causes, end } = planFaults(start, rounds, media);
    await client.call('load', { rundown: rundownOf(...items), basedOnSeq: 0 });
    tell(`Airing ${causes.length} faults`);
    await pause(frameDueAt(end, RATE) - Date.now(), undefined, { signal });
    const late = await takeDiskAway(enginePaths(folder).hls, client, rounds, signal);
    for (const cause of [...causes, ...late]) taken.push({ alarm: cause.alarm, ms: await timeTo(cause, client) });
  });
  return figuresOf(taken);
}

async function makeClip(ffmpegPath: string, folder: string, { name, picture, sound }: Fare, signal: AbortSignal): Promise<string> {
  const path = join(folder, `${name}.mp4`);
  const inputs = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, '-t', `${CLIP_SECONDS}`];
  // Without loss: a picture that stands still stays the very same.
  const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-pix_fmt', 'yuv420p', '-g', '50', '-c:a', 'aac'];
  await promisify(execFile)(ffmpegPath, ['-v', 'error', '-nostdin', ...inputs, ...codecs, path], { signal });
  return path;
}

/** Programme, and between it each fault, once in every round; in the end programme for as long as the rest takes. */
function planFaults(start: Frames, rounds: number, media: ReadonlyMap<Fare, string>) {
  const items: RundownItem[] = [];
  const causes: Cause[] = [];
  let at: number = start;
  const add = (fare: Fare, length: number): void => {
    const file = { type: 'file' as const, path: media.get(fare) ?? '', inFrame: frames(0), hasPicture: true, hasSound: true };
    if (fare.alarm !== null) causes.push({ alarm: fare.alarm, at: frameDueAt(frames(at), RATE) });
    items.push(rundownItem(`item-${items.length}`, at, length, { source: { ...file, gainDb: decibels(0) } }));
    at += length;
  };
  for (const fault of Array.from({ length: rounds }).flatMap(() => FAULTS)) {
    add(PROGRAMME, CALM_FRAMES + causes.length * LONGER_FRAMES);
    add(fault, FAULT_FRAMES);
  }
  const end = frames(at + CALM_FRAMES);
  while (at < end + rounds * ROUND_SECONDS * RATE.num) add(PROGRAMME, CALM_FRAMES);
  return { items, causes, end };
}

/** Takes the folder away that segments are written to and served from, until it is told of, and gives it back. */
async function takeDiskAway(hls: string, client: LinkClient, times: number, signal: AbortSignal): Promise<readonly Cause[]> {
  const causes: Cause[] = [];
  for (let time = 0; time < times; time++) {
    const at = milliseconds(Date.now());
    causes.push({ alarm: 'stream-late', at });
    await rename(hls, `${hls}-away`);
    while ((await findAlarm({ alarm: 'stream-late', at }, client)) === null && Date.now() - at < PATIENCE_MS)
      await pause(100, undefined, { signal });
    await rename(`${hls}-away`, hls);
    await pause(((CALM_FRAMES + LONGER_FRAMES) * 1000) / RATE.num, undefined, { signal });
  }
  return causes;
}

/** @throws BenchRefused when the alarm was not raised for this */
async function timeTo(cause: Cause, client: LinkClient): Promise<number> {
  const raisedAt = await findAlarm(cause, client);
  if (raisedAt === null) throw new BenchRefused(`Nothing raised ${cause.alarm} in time.`);
  return raisedAt - cause.at;
}

async function findAlarm({ alarm, at }: Cause, client: LinkClient): Promise<Milliseconds | null> {
  const { alarms } = await client.call('readAlarms', {});
  return alarms.find(({ code, raisedAt }) => code === alarm && raisedAt >= at && raisedAt - at < PATIENCE_MS)?.raisedAt ?? null;
}

function figuresOf(taken: readonly { readonly alarm: AlarmCode; readonly ms: number }[]): BenchResult {
  const codes = [...new Set(taken.map(({ alarm }) => alarm))];
  const of = (code: AlarmCode): readonly number[] => taken.flatMap(({ alarm, ms }) => (alarm === code ? [ms] : []));
  const inSeconds = (ms: number): string => (ms / 1000).toFixed(1);
  return {
    figures: Object.fromEntries(codes.map((code) => [`mostMs_${code}`, Math.max(...of(code))])),
    lines: codes.map((code) => `${code.padEnd(16)}${of(code).map(inSeconds).join(', ')} s after its cause`),
  };
}
