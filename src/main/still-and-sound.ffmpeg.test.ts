import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { frames, milliseconds } from '../shared/time/index.ts';
import { ImportFile } from './application/library/index.ts';
import { importId, type MediaImport, USUAL_FLAW_LIMITS } from './domain/library/index.ts';
import { temporaryFolder } from './engine/testing/temporary-folder.ts';
import { FIRST, runChannel } from './engine/testing/test-channel.ts';
import { FfmpegMediaProbe } from './infrastructure/ffmpeg/ffmpeg-media-probe.ts';
import { TEST_PROGRAMS } from './infrastructure/ffmpeg/imported-library.fixture.ts';
import { runFfmpeg } from './infrastructure/ffmpeg/tiny-media.ts';
import { DiskMediaFiles } from './infrastructure/file-system/disk-media-files.ts';
import { openTestStation, type TestStation, testPlanner } from './infrastructure/testing/station.fixture.ts';

/** The still is shown for two seconds, the tone lasts three. */
const STILL_FRAMES = 50;
const TONE_FRAMES = 75;
/** The pictures of a seam's compression and the pieces of sound around it. */
const SEAM = 4;
const SAMPLES_A_FRAME = 1920;

let station: TestStation;
beforeEach(() => {
  station = openTestStation(frames(FIRST));
});
afterEach(() => station.close());

async function takeIn(path: string): Promise<void> {
  const { unitOfWork, clock } = station;
  const order: MediaImport = {
    ...{ id: importId(path), path, kind: null, requestedBy: 'ada', state: 'running', isPaused: false, found: 1, done: 0 },
    createdAt: clock.now(),
  };
  await unitOfWork.run(async ({ imports }) => {
    await imports.add(order);
    await imports.addFiles(order.id, [path]);
  });
  const files = new DiskMediaFiles();
  const probe = new FfmpegMediaProbe(TEST_PROGRAMS);
  const looks = { limits: USUAL_FLAW_LIMITS, stillLength: milliseconds(2_000) };
  const importer = new ImportFile({ unitOfWork, files, probe, clock, ids: { next: () => path }, ...looks });
  expect(await importer.run(order, path, new AbortController().signal)).toMatchObject({ outcome: 'imported' });
}

/** What FFmpeg decodes of a stream's picture or sound. */
function decoded(path: string, as: readonly string[]): Buffer {
  const args = ['-v', 'error', '-nostdin', '-i', path, ...as, '-'];
  return execFileSync(TEST_PROGRAMS.ffmpegPath, args, { maxBuffer: 64 * 1024 * 1024 });
}

/** How loud the stream is during some of its frames: the root of the mean square, 0 to 32768. */
function loudness(sound: Buffer, from: number, until: number): number {
  let sum = 0;
  for (let sample = from * SAMPLES_A_FRAME; sample < until * SAMPLES_A_FRAME; sample++) sum += sound.readInt16LE(2 * sample) ** 2;
  return Math.sqrt(sum / ((until - from) * SAMPLES_A_FRAME));
}

// The clock waits for what is not ready, so that what is seen is what was imported, however slow the machine.
it('airs an imported still picture in silence for its length, and imported sound alone under a card', async () => {
  const folder = await temporaryFolder();
  const [still, tone] = [join(folder, 'Red Card.png'), join(folder, 'Tone.m4a')];
  runFfmpeg(['-f', 'lavfi', '-i', 'color=c=0xC81E28:s=320x180', '-frames:v', '1', still]);
  runFfmpeg(['-f', 'lavfi', '-i', 'sine=f=997:r=48000:d=3', '-c:a', 'aac', tone]);
  for (const path of [still, tone]) await takeIn(path);
  const { planAhead } = testPlanner({ ...station, rules: { ...station.rules, atMost: 10 } });
  await planAhead.run();
  const planned = (await station.unitOfWork.run(({ playlog }) => playlog.listFrom(frames(FIRST)))).slice(0, 2);
  const lengths = planned.map(({ assetId, durationFrames }) => [assetId, durationFrames]);
  expect(new Set(lengths.map(String))).toEqual(new Set([`${still},${STILL_FRAMES}`, `${tone},${TONE_FRAMES}`]));
  expect(await station.feeder.run()).toMatchObject({ ok: true });

  const output = join(folder, 'air.ts');
  await runChannel({ rundown: station.engine.rundown, length: STILL_FRAMES + TONE_FRAMES + 5, output });
  const colours = decoded(output, ['-map', '0:v', '-vf', 'scale=1:1:flags=area', '-pix_fmt', 'rgb24', '-f', 'rawvideo']);
  const sound = decoded(output, ['-map', '0:a', '-ac', '1', '-f', 's16le']);
  for (const { assetId, startFrame, durationFrames } of planned) {
    const isStill = assetId === still;
    const [from, until] = [startFrame - FIRST + SEAM, startFrame - FIRST + durationFrames - SEAM];
    const seen = Array.from({ length: until - from }, (_, frame) => isRed(colours, from + frame));
    expect([seen.every((red) => red === isStill), assetId]).toEqual([true, assetId]);
    const level = loudness(sound, from, until);
    if (isStill) expect(level).toBeLessThan(10);
    else expect(level).toBeGreaterThan(500);
  }
});

function isRed(colours: Buffer, frame: number): boolean {
  const [red = 0, green = 0, blue = 0] = colours.subarray(3 * frame, 3 * frame + 3);
  return red > 150 && green < 80 && blue < 90;
}
