import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import { parseFrameRate } from '../../../shared/time/index.ts';
import { rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { runChannel, type Step } from '../testing/test-channel.ts';
import { MOST_APART_MS } from './testing/live-station.ts';
import { PacedInputs } from './testing/paced-inputs.ts';

const RATE = parseFrameRate('25/1');
const BITS = 1_000_000;
const TAKEN = 10;
/** The stream begins at 10 s. */
const AFTER_THE_TAKE_MS = 10_000 + (TAKEN + 5) * 40;
const SECONDS = 45;
/** Pictures by which the source may be later than at first: some while its drift is learnt, some that a busy machine still decodes. Without any control it would be 11 by the end, and go on. */
const MOST_LATER = 8;

/** A coded clip as a source sends it: MPEG-TS whose bytes are spread evenly over its time. */
async function recordedSource(pictures: number) {
  const folder = await temporaryFolder();
  const [clip, path] = [join(folder, 'camera.mp4'), join(folder, 'camera.ts')];
  await makeCodedClip({ path: clip, clipId: 2, frames: pictures, rate: RATE, width: 160, height: 90, audio: 'stereo' });
  const args = ['-v', 'error', '-i', clip, '-c:v', 'copy', '-c:a', 'mp2', '-b:a', '192k', '-f', 'mpegts', '-muxrate', `${BITS}`, path];
  await promisify(execFile)(process.env.FFMPEG_PATH ?? 'ffmpeg', args);
  return { bytes: await readFile(path), bytesPerPicture: BITS / 8 / 25, output: join(folder, 'out.ts') };
}

/** Airs a source whose clock runs at `speed` of the channel's for `seconds`, and reads what a viewer saw of it. */
async function air(speed: number, seconds: number) {
  const length = seconds * 25;
  const { output, ...source } = await recordedSource(Math.ceil(length * Math.max(1, speed)) + 100);
  const inputs = new PacedInputs({ ...source, speed });
  const live = { type: 'live' as const, inputId: 'studio' };
  const act: Step['act'] = ({ desk }) => void desk.breaking({ source: live, cause: 'anna', note: '', returnBy: 'rejoin' });
  const config = { width: 160, height: 90 };
  await runChannel({
    rundown: rundownOf(),
    length: TAKEN + length,
    output,
    config,
    inputs,
    steps: [{ at: TAKEN, act }],
  });
  const report = await readCodedStream(output, { channel: { rate: RATE } });
  const shown = report.frames.flatMap((frame) => (frame.kind === 'coded' ? [frame.frameNumber] : []));
  const lag = shown.map((picture, index) => inputs.sentAt(index) - picture);
  return { report, shown, lag, length };
}

describe("a live source whose clock is not the channel's", () => {
  it.each([
    { clock: '1 % fast', speed: 1.01 },
    { clock: '1 % slow', speed: 0.99 },
  ])('is aired in step with its sound, and no later at the end than at the start, when it is $clock', async ({ speed }) => {
    const { report, shown, lag, length } = await air(speed, SECONDS);
    const { sync, sound } = report;
    expect(shown).toHaveLength(length);
    expect(sync.pairs.filter(({ offsetMs }) => Math.abs(offsetMs) > MOST_APART_MS)).toEqual([]);
    expect(sync.pairs.length).toBeGreaterThanOrEqual(SECONDS - 2);
    // One may be cut in two by the end of the recording.
    expect(sync.unpairedFlashes + sync.unpairedBeeps).toBeLessThanOrEqual(1);
    const steps = shown.slice(1).map((picture, index) => picture - (shown[index] ?? 0));
    expect(steps.filter((step) => step < 0 || step > 2)).toEqual([]);
    const [first = 0, last = 0] = [lag[0], lag.at(-1)];
    expect(lag.filter((pictures) => Math.abs(pictures - first) > MOST_LATER)).toEqual([]);
    expect(Math.abs(last - first)).toBeLessThan(MOST_LATER);
    expect(sound?.holes).toEqual([]);
    expect(report.silences.filter(({ fromMs }) => fromMs > AFTER_THE_TAKE_MS)).toEqual([]);
    expect(sound?.sharpestBend).toBeLessThan(0.2);
  });
});
