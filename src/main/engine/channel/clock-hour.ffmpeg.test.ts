import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FIRST, runChannel } from '../testing/test-channel.ts';

const RATE = parseFrameRate('25/1');
const HOUR = 90_000;

describe('a channel whose wall clock is set by an hour', () => {
  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('%s joins the frame that is due at the next key frame, without a hole for viewers', async (_, byFrames) => {
    const folder = await temporaryFolder();
    const item = async (clipId: number, start: number) => {
      const path = join(folder, `${clipId}.mp4`);
      await makeCodedClip({ path, clipId, frames: 220, rate: RATE, width: 320, height: 180, audio: 'stereo' });
      const source = { type: 'file' as const, path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
      return rundownItem(`item-${clipId}`, start, 220, { source });
    };
    // Believed five seconds after frame 30, followed at the next key frame, 175: there the other clip is at its frame 40.
    const joined = FIRST + 175 + byFrames;
    const items = [await item(1, FIRST), await item(2, joined - 40)].sort((a, b) => a.startFrame - b.startFrame);
    const output = join(folder, 'out.ts');
    const config = { hls: { segmentSeconds: 1, windowSegments: 60, format: 'ts' as const, renditions: [] } };
    const { evidence } = await runChannel({ rundown: rundownOf(...items), length: 220, output, config, clockStep: { at: 30, byFrames } });
    const report = await readCodedStream(output, { channel: { rate: RATE } });
    const [before, ...after] = report.runs.map(({ clipId, from, to }) => ({ clipId, from, to }));
    expect(before).toEqual({ clipId: 1, from: 0, to: 175 });
    // A clock that was set back makes the rundown's past its future again: what it has let go of is filled until it is told anew.
    expect(after.map(({ clipId }) => clipId)).toEqual(byFrames > 0 ? [2] : []);
    expect(report.timeBreaks).toEqual([]);
    expect(evidence.of('on-air').map(({ frame, lostFrom }) => [frame, lostFrom])).toEqual([
      [FIRST, null],
      [joined, byFrames > 0 ? FIRST + 175 : null],
    ]);
  });
});
