import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../../test-media/index.ts';
import { type Evidence, type Input, inputsSchema, type ReturnPolicy, type RundownItem } from '../../../../shared/engine-protocol/index.ts';
import { decibels, type Frames, frames, parseFrameRate } from '../../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../../domain/playout/rundown.arbitrary.ts';
import { enginePaths } from '../../folder/engine-paths.ts';
import { startEngine } from '../../start-engine.ts';
import { silentLog } from '../../testing/engine-parts.ts';
import { LinkClient } from '../../testing/link-client.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const RATE = parseFrameRate('25/1');
const PROGRAMME_FRAMES = 3000;
/** How far sound and picture of a source at 25 may be apart: half a frame, a tenth where a drift seems to turn round, and half a millisecond within which a beep is found. */
export const MOST_APART_MS = 20 + 4 + 0.5;
/** For what depends on a source that comes by the clock. */
export const PATIENT = { timeout: 60_000, interval: 100 };

/** An engine on air with a long programme (clip 1), recording what it airs; a live source's clip is number 2. */
export async function liveStation(engine: object = {}) {
  const folder = await temporaryFolder();
  const paths = enginePaths(folder);
  const [programme, camera] = [join(folder, 'programme.mp4'), join(folder, 'camera.mp4')];
  const shape = { rate: RATE, width: 160, height: 90, audio: 'stereo' as const };
  await makeCodedClip({ ...shape, path: programme, clipId: 1, frames: PROGRAMME_FRAMES });
  await makeCodedClip({ ...shape, path: camera, clipId: 2, frames: 1500 });
  await mkdir(paths.folder, { recursive: true });
  const log = { id: 'log', name: 'Log', type: 'recorder', leastFreeGigabytes: 0, segmentMinutes: 1440 };
  const video = { preset: 'ultrafast', bitrateKbps: 600 };
  await writeFile(paths.config, JSON.stringify({ width: 160, height: 90, video, streamPort: 0, rtmpPort: 0, outputs: [log], ...engine }));
  let hasLeft: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    hasLeft = resolve;
  });
  const started = await startEngine(folder, silentLog, hasLeft);
  const leave = async (): Promise<void> => {
    await started.leaveAir('test');
    await left;
  };
  onTestFinished(leave);
  const client = await LinkClient.to(paths.address);
  onTestFinished(() => client.close());
  const { frame } = await client.call('status', {});
  const source = { type: 'file' as const, path: programme, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
  const item: RundownItem = rundownItem('programme', frame, PROGRAMME_FRAMES, { source });
  await client.call('load', { rundown: rundownOf(item), basedOnSeq: 0 });
  return { camera, client, folder, item, leave, recordings: join(paths.recordings, 'log') };
}

/** What `liveStation` gives. */
export type LiveStation = Awaited<ReturnType<typeof liveStation>>;

/** Sends the camera's clip at real time's pace, with a key frame a second. */
export function send(camera: string, to: readonly string[]): ChildProcess {
  const coded = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '20', '-g', '25', '-c:a', 'aac', '-ac', '2'];
  const child = spawn(process.env.FFMPEG_PATH ?? 'ffmpeg', ['-v', 'error', '-re', '-i', camera, ...coded, ...to], { stdio: 'ignore' });
  onTestFinished(() => end(child));
  return child;
}

/** Ends a sender at once, as a lost line does. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}

/** How the input does. */
export async function inputOf({ client }: LiveStation) {
  return (await client.call('status', {})).inputs[0];
}

/** Makes this the station's one input. */
export async function watch(to: LiveStation, input: object): Promise<void> {
  const common = { id: 'studio', name: 'Studio', stableAfterSeconds: 1 };
  await to.client.call('setInputs', { inputs: inputsSchema.parse([{ ...common, ...input }]) as Input[] });
}

/** Arms the input, airs it for so many frames, and gives its first frame. */
export async function takeToAir({ client }: LiveStation, length: number): Promise<Frames> {
  const source = { type: 'live' as const, inputId: 'studio' };
  await client.call('arm', { source });
  await expect.poll(async () => (await client.call('status', {})).armed?.cue, PATIENT).toBe('cued');
  const { frame } = await client.call('breaking', { source, cause: 'anna', note: 'flood', returnBy: 'rejoin' });
  await expect.poll(async () => (await client.call('status', {})).frame, PATIENT).toBeGreaterThan(frame + length);
  return frame;
}

/** Returns to the programme. The engine waits two seconds for what that needs; a busy machine may need longer, and an operator would try again. @returns the first frame of the programme */
export async function goBack({ client }: LiveStation, policy: ReturnPolicy): Promise<Frames> {
  let frame = frames(0);
  const ask = async () => {
    frame = (await client.call('return', { policy, cause: 'anna' })).frame;
    return frame;
  };
  await expect.poll(ask, PATIENT).toBeGreaterThan(0);
  return frame;
}

/** What the journal says. */
export async function evidenceOf({ client }: LiveStation): Promise<readonly Evidence['body'][]> {
  return (await client.call('readEvidence', { after: 0, limit: 500 })).records.map(({ body }) => body);
}

/** A frame that a viewer saw: its clip and its number there. */
interface Seen {
  readonly clip: number;
  readonly number: number;
}

/** All that was recorded, as FFmpeg opens it: a new file begins at midnight. */
async function recordingIn(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  return `concat:${names.map((name) => join(folder, name)).join('|')}`;
}

/** What a viewer saw, frame by frame, and how its sound lay to it; frames that say nothing are left out. */
export async function recordedReport({ recordings }: LiveStation) {
  const { frames: all, sync } = await readCodedStream(await recordingIn(recordings), { channel: { rate: RATE } });
  const coded: readonly Seen[] = all.flatMap((frame) =>
    frame.kind === 'coded' ? [{ clip: frame.clipId, number: frame.frameNumber }] : [],
  );
  return { coded, sync };
}

/** The same without the sound. */
export async function recorded(station: LiveStation): Promise<readonly Seen[]> {
  return (await recordedReport(station)).coded;
}

/** The camera's pictures came in their order, and none that is older than the one before it. */
export function expectCameraInOrder(seen: readonly Seen[]): readonly number[] {
  const camera = seen.filter(({ clip }) => clip === 2).map(({ number }) => number);
  expect(camera).toEqual([...camera].sort((a, b) => a - b));
  return camera;
}

/** The channel's frame that a seen one is: the recording has no hole. */
export function frameOf(seen: readonly Seen[], { item }: LiveStation, index: number): Frames {
  const first = seen.findIndex(({ clip }) => clip === 1);
  return frames(item.startFrame + (seen[first]?.number ?? 0) + index - first);
}

/** For how many frames the camera's last picture stood before the channel returned on frame `back`. On a busy machine it may stand a little longer, until the programme has its first picture. */
export function stoodStill(seen: readonly Seen[], station: LiveStation, back: Frames): number {
  const last = seen.findLast(({ clip }) => clip === 2)?.number;
  return seen.filter(({ clip, number }, index) => clip === 2 && number === last && frameOf(seen, station, index) < back).length;
}

/** What a viewer saw in [from, until) of the channel's frames: the clip, or what kind of frame it was that says nothing. */
export async function clipsOnAir({ recordings, item }: LiveStation, from: Frames, until: Frames): Promise<readonly (number | string)[]> {
  const { frames: all } = await readCodedStream(await recordingIn(recordings), { channel: { rate: RATE } });
  const first = all.findIndex((frame) => frame.kind === 'coded' && frame.clipId === 1);
  const coded = all[first];
  const offset = first - item.startFrame - (coded?.kind === 'coded' ? coded.frameNumber : 0);
  return all.slice(from + offset, until + offset).map((frame) => (frame.kind === 'coded' ? frame.clipId : frame.kind));
}
