import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import { decibels, frameDueAt, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FIRST, runChannel } from '../testing/test-channel.ts';

const RATE = parseFrameRate('25/1');

describe('a channel whose wall clock is set', () => {
  it.each([
    ['forward', 75, 175],
    ['back', -75, null],
  ])('%s joins the frame that is due by the new time; viewers get no break, and the right date', async (_, byFrames, lostFrom) => {
    const folder = await temporaryFolder();
    const [media, output, hlsFolder] = [join(folder, 'clip.mp4'), join(folder, 'out.ts'), join(folder, 'hls')];
    await makeCodedClip({ path: media, clipId: 1, frames: 400, rate: RATE, width: 320, height: 180, audio: 'stereo' });
    const source = { type: 'file' as const, path: media, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
    const rundown = rundownOf(rundownItem('a', FIRST, 400, { source }));
    const hls = { segmentSeconds: 1, windowSegments: 60, format: 'ts' as const, renditions: [] };
    // Five seconds after frame 30 it is believed, and at the next key frame, 175, it is followed.
    const { evidence } = await runChannel({ rundown, length: 250, output, config: { hls }, clockStep: { at: 30, byFrames }, hlsFolder });
    const report = await readCodedStream(output, { channel: { rate: RATE } });
    const joined = 175 + byFrames;
    expect(report.runs.map(({ from, to }) => [from, to])).toEqual([
      [0, 175],
      [joined, joined + 75],
    ]);
    expect([report.timeBreaks, report.uncoded, report.sound?.holes]).toEqual([[], [], []]);
    expect(evidence.bodies.slice(2, 5)).toMatchObject([
      { type: 'item-ended', frame: FIRST + 175, outcome: 'partial', reason: 'clock-stepped' },
      { type: 'on-air', frame: FIRST + joined, lostFrom: lostFrom === null ? null : FIRST + lostFrom },
      { type: 'item-started', frame: FIRST + joined, reason: 'joined-in-progress' },
    ]);
    expect(new Set(evidence.of('item-started').map(({ airingId }) => airingId)).size).toBe(2);
    const dates = [...(await readFile(join(hlsFolder, 'index.m3u8'), 'utf8')).matchAll(/DATE-TIME:(.*)\n#EXTINF:(.*),/g)];
    const starts = [...Array.from({ length: 7 }, (_, index) => index * 25), joined, joined + 25, joined + 50];
    expect(dates.map(([, date]) => date)).toEqual(starts.map((at) => new Date(frameDueAt(frames(FIRST + at), RATE)).toISOString()));
    expect(new Set(dates.map(([, , seconds]) => seconds))).toEqual(new Set(['1.000000']));
  });
});
