import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, makeTruncatedCopy, readCodedStream } from '../../../../test-media/index.ts';
import type { RundownItem } from '../../../shared/engine-protocol/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FIRST, runChannel, type Step } from '../testing/test-channel.ts';

type CodedClip = Parameters<typeof makeCodedClip>[0];
type ChannelFacts = Parameters<typeof readCodedStream>[1]['channel'];

const RATE = parseFrameRate('25/1');
const CHANNEL: ChannelFacts = { rate: RATE };

function makeClip(folder: string, clipId: number, length: number, change: Partial<CodedClip> = {}): Promise<unknown> {
  const path = pathOf(folder, clipId);
  return makeCodedClip({ path, clipId, frames: length, rate: RATE, width: 320, height: 180, audio: 'stereo', ...change });
}

function pathOf(folder: string, clipId: number, container = 'mp4'): string {
  return join(folder, `clip-${clipId}.${container}`);
}

/** An item at a place counted from the channel's first frame. */
function fileItem(
  path: string,
  at: number,
  length: number,
  change: { inFrame?: number; hasSound?: boolean; fixed?: boolean } = {},
): RundownItem {
  const { inFrame = 0, hasSound = true, fixed = false } = change;
  const source = { type: 'file' as const, path, inFrame: frames(inFrame), hasPicture: true, hasSound, gainDb: decibels(0) };
  return rundownItem(`item-${at}`, FIRST + at, length, { source, startMode: fixed ? 'fixed' : 'follow' });
}

/** What a viewer saw, run by run: `5:0-50` is clip 5 from frame 0 to before 50; spans that carry no code by their kind and length. */
async function seen(output: string, channel = CHANNEL): Promise<readonly string[]> {
  const report = await readCodedStream(output, { channel });
  expect(report.repeats).toEqual([]);
  expect(report.jumps).toEqual([]);
  expect(report.timeBreaks).toEqual([]);
  // A picture of another rate is shown on the nearest frame of the channel: half a frame away at most.
  for (const { offsetMs } of report.sync.pairs) expect(Math.abs(offsetMs)).toBeLessThanOrEqual(20);
  const runs = report.runs.map((run) => ({ at: run.firstPtsMs, text: `${run.clipId}:${run.from}-${run.to}` }));
  const spans = report.uncoded.map((span) => ({ at: span.firstPtsMs, text: `${span.kind} ${span.frames}` }));
  return [...runs, ...spans].sort((a, b) => a.at - b.at).map(({ text }) => text);
}

describe('a channel', () => {
  it('joins files of mixed rates, sizes and sound exactly, and resumes a programme at the frame after the break', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([
      makeClip(folder, 1, 100),
      makeClip(folder, 2, 60, { rate: parseFrameRate('50/1'), width: 640, height: 360 }),
      makeClip(folder, 3, 24, { rate: parseFrameRate('24/1'), width: 400, height: 300, sar: '1:1' }),
      makeClip(folder, 4, 30, { audio: 'none', width: 180, height: 320, path: pathOf(folder, 4, 'mkv') }),
      makeClip(folder, 5, 45, { rate: parseFrameRate('30000/1001'), sampleRate: 44_100, audio: 'mono', path: pathOf(folder, 5, 'mkv') }),
    ]);
    const rundown = rundownOf(
      fileItem(pathOf(folder, 1), 0, 40),
      fileItem(pathOf(folder, 2), 40, 30),
      fileItem(pathOf(folder, 3), 70, 25),
      fileItem(pathOf(folder, 4, 'mkv'), 95, 30, { hasSound: false }),
      fileItem(pathOf(folder, 1), 125, 60, { inFrame: 40 }),
      fileItem(pathOf(folder, 5, 'mkv'), 185, 37),
    );
    const { evidence } = await runChannel({ rundown, length: 222, output });
    const clipRates = { 2: parseFrameRate('50/1'), 3: parseFrameRate('24/1'), 5: parseFrameRate('30000/1001') };
    expect(await seen(output, { rate: RATE, clipRates })).toEqual(['1:0-40', '2:0-59', '3:0-24', '4:0-30', '1:40-100', '5:0-44']);
    expect(
      evidence.of('item-ended').map(({ outcome, reason, heldFrames, slatedFrames }) => ({ outcome, reason, heldFrames, slatedFrames })),
    ).toEqual(Array.from({ length: 6 }, () => ({ outcome: 'aired', reason: 'as-planned', heldFrames: 0, slatedFrames: 0 })));
    expect(evidence.of('item-started').map(({ frame }) => frame - FIRST)).toEqual([0, 40, 70, 95, 125, 185]);
  });

  it('fills exactly the remaining time of a file that is missing or broken off, and starts the next item on time', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await makeClip(folder, 1, 100, { path: pathOf(folder, 1, 'mkv') });
    await makeClip(folder, 2, 30);
    const truncated = await makeTruncatedCopy(pathOf(folder, 1, 'mkv'), join(folder, 'truncated.mkv'), 0.5);
    const rundown = rundownOf(
      fileItem(pathOf(folder, 2), 0, 20),
      fileItem(join(folder, 'missing.mp4'), 20, 25),
      fileItem(pathOf(folder, 2), 45, 30),
      fileItem(truncated, 75, 100),
      fileItem(pathOf(folder, 2), 175, 25),
    );
    const { evidence } = await runChannel({ rundown, length: 200, output });
    const report = await readCodedStream(output, { channel: CHANNEL });
    expect(report.frames).toHaveLength(200);
    const clips = report.frames.map((frame) => (frame.kind === 'coded' ? frame.clipId : frame.kind));
    expect(clips.slice(0, 20)).toEqual(Array(20).fill(2));
    expect(clips.slice(20, 45)).toEqual(Array(25).fill('other'));
    expect(clips.slice(45, 75)).toEqual(Array(30).fill(2));
    expect(clips.slice(75, 100)).toEqual(Array(25).fill(1));
    expect(clips.slice(165, 175)).toEqual(Array(10).fill('other'));
    expect(clips.slice(175)).toEqual(Array(25).fill(2));
    const [, missing, , short] = evidence.of('item-ended');
    expect(missing).toMatchObject({ outcome: 'failed', reason: 'media-missing', slatedFrames: 25, heldFrames: 0 });
    expect(short).toMatchObject({ outcome: 'partial', reason: 'media-short', heldFrames: 6 });
    expect(evidence.of('cue-failed')).toMatchObject([{ itemId: 'item-20', reason: 'media-missing' }]);
    const shown = clips.slice(75, 175).filter((kind) => kind === 1).length;
    expect(short?.slatedFrames).toBe(100 - shown);
  });

  it('airs filler in turn where nothing is scheduled, and the slate when there is none', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([makeClip(folder, 1, 40), makeClip(folder, 2, 15), makeClip(folder, 3, 15)]);
    const item = fileItem(pathOf(folder, 1), 20, 40);
    const filler = [2, 3].map((clipId) => fileItem(pathOf(folder, clipId), 0, 15).source);
    await runChannel({ rundown: { ...rundownOf(item), filler }, length: 80, output });
    expect(await seen(output)).toEqual(['2:0-15', '3:0-5', '1:0-40', '2:0-15', '3:0-5']);
    await runChannel({ rundown: rundownOf(item), length: 70, output });
    expect(await seen(output)).toEqual(['other 20', '1:0-40', 'other 10']);
  });

  it('takes the next item at once and slides what follows', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([makeClip(folder, 1, 60), makeClip(folder, 2, 20), makeClip(folder, 3, 30)]);
    const rundown = rundownOf(fileItem(pathOf(folder, 1), 0, 60), fileItem(pathOf(folder, 2), 60, 20), fileItem(pathOf(folder, 3), 80, 30));
    let takenAt: number | null = null;
    const act: Step['act'] = (channel) => {
      void channel.desk.take('anna').then((frame) => {
        takenAt = frame;
      });
    };
    const { evidence } = await runChannel({ rundown, length: 75, output, steps: [{ at: 25, act }] });
    expect(takenAt).toBe(FIRST + 25);
    expect(await seen(output)).toEqual(['1:0-25', '2:0-20', '3:0-30']);
    expect(evidence.of('taken')).toEqual([{ type: 'taken', frame: FIRST + 25, itemId: 'item-60', shiftFrames: 35, cause: 'anna' }]);
    expect(evidence.of('item-ended')[0]).toMatchObject({ outcome: 'partial', reason: 'operator-take', cause: 'anna' });
  });

  it('airs the slate on panic and joins the due item at its due frame on return', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([makeClip(folder, 1, 40), makeClip(folder, 2, 60)]);
    const rundown = rundownOf(fileItem(pathOf(folder, 1), 0, 40), fileItem(pathOf(folder, 2), 40, 60));
    const steps: Step[] = [
      { at: 10, act: (channel) => void channel.desk.panic('anna') },
      { at: 65, act: (channel) => void channel.desk.return('rejoin', 'anna') },
    ];
    const { evidence } = await runChannel({ rundown, length: 100, output, steps });
    expect(await seen(output)).toEqual(['1:0-10', 'other 55', '2:25-60']);
    expect(evidence.bodies.map(({ type }) => type)).toEqual([
      ...[
        'on-air',
        'item-started',
        'panic',
        'item-ended',
        'item-started',
        'returned',
        'item-ended',
        'item-started',
        'item-ended',
        'off-air',
      ],
    ]);
    expect(evidence.of('item-started')[2]).toMatchObject({ frame: FIRST + 65, reason: 'operator-return', cause: 'anna' });
  });

  it('starts in the middle of the item that is due', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await makeClip(folder, 1, 60);
    const { evidence } = await runChannel({ rundown: rundownOf(fileItem(pathOf(folder, 1), -30, 60)), length: 30, output });
    expect(await seen(output)).toEqual(['1:30-60']);
    expect(evidence.of('item-started')[0]).toMatchObject({ reason: 'joined-in-progress' });
  });

  it('carries on with the timestamps that were due when its encoder is killed', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await makeClip(folder, 1, 200);
    const kill: Step = { at: 90, act: (_, children) => process.kill(children.named('encoder')[0] ?? 0, 'SIGKILL') };
    const { evidence, restarts } = await runChannel({
      rundown: rundownOf(fileItem(pathOf(folder, 1), 0, 200)),
      length: 200,
      output,
      steps: [kill],
    });
    expect(restarts).toBe(1);
    const report = await readCodedStream(output, { channel: CHANNEL });
    const offsets = report.frames.flatMap((frame) => (frame.kind === 'coded' ? [Math.round(frame.ptsMs - frame.frameNumber * 40)] : []));
    expect(new Set(offsets).size).toBe(1);
    const [restarted] = evidence.of('encoder-restarted');
    expect(report.frames.length).toBeGreaterThanOrEqual(200 - (restarted?.lostFrames ?? 0) - 1);
    expect(restarted?.lostFrames).toBeLessThan(60);
    expect(report.frames.at(-1)).toMatchObject({ kind: 'coded', frameNumber: 199 });
  });

  it('loses no frame when a decoder is killed', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await makeClip(folder, 1, 120);
    const kill: Step = { at: 40, act: (_, children) => process.kill(children.named('decoder')[0] ?? 0, 'SIGKILL') };
    const { evidence } = await runChannel({ rundown: rundownOf(fileItem(pathOf(folder, 1), 0, 120)), length: 120, output, steps: [kill] });
    expect(await seen(output)).toEqual(['1:0-120']);
    expect(evidence.of('item-ended')).toMatchObject([{ outcome: 'aired', reason: 'as-planned', heldFrames: 0, slatedFrames: 0 }]);
  });

  it('plays on undisturbed when a new rundown still holds what is on air, and cuts to the due frame when it does not', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([makeClip(folder, 1, 90), makeClip(folder, 2, 80), makeClip(folder, 3, 40)]);
    const rundown = rundownOf(fileItem(pathOf(folder, 1), 0, 60), fileItem(pathOf(folder, 3), 60, 40));
    const longer = rundownOf(fileItem(pathOf(folder, 1), 0, 80), fileItem(pathOf(folder, 2), 80, 40));
    const other = rundownOf({ ...fileItem(pathOf(folder, 3), 90, 40), id: 'other' });
    const steps: Step[] = [
      { at: 20, act: (channel) => void channel.load({ ...longer, revision: 2 }, 0) },
      { at: 100, act: (channel) => void channel.load({ ...other, revision: 3 }, 0) },
    ];
    const { evidence } = await runChannel({ rundown, length: 130, output, steps });
    expect(await seen(output)).toEqual(['1:0-80', '2:0-20', '3:10-40']);
    expect(evidence.of('item-started').map(({ item, reason }) => [item?.id, reason])).toEqual([
      ['item-0', 'as-planned'],
      ['item-80', 'as-planned'],
      ['other', 'joined-in-progress'],
    ]);
  });

  it('cues a whole break of short spots ahead', async () => {
    const folder = await temporaryFolder();
    const output = join(folder, 'out.ts');
    await Promise.all([makeClip(folder, 1, 30), makeClip(folder, 2, 30)]);
    const spots = Array.from({ length: 12 }, (_, index) => fileItem(pathOf(folder, 1 + (index % 2)), index * 8, 8, { inFrame: index }));
    await runChannel({ rundown: rundownOf(...spots), length: 96, output });
    expect(await seen(output)).toEqual(spots.map((_, index) => `${1 + (index % 2)}:${index}-${index + 8}`));
  });
});
