import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCodedClip, readCodedStream } from '../../../../test-media/index.ts';
import type { OverrideSource, ReturnPolicy, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { decibels, frames, parseFrameRate } from '../../../shared/time/index.ts';
import { rundownItem, rundownOf } from '../../domain/playout/rundown.arbitrary.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { FIRST, runChannel, type Step } from '../testing/test-channel.ts';

const RATE = parseFrameRate('25/1');

async function station() {
  const folder = await temporaryFolder();
  const lengths = [100, 60, 60, 40];
  const sources = await Promise.all(
    lengths.map(async (length, index) => {
      const path = join(folder, `clip-${index + 1}.mp4`);
      await makeCodedClip({ path, clipId: index + 1, frames: length, rate: RATE, width: 320, height: 180, audio: 'stereo' });
      return { type: 'file' as const, path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
    }),
  );
  const item = (clip: number, at: number, length: number): RundownItem =>
    rundownItem(`clip-${clip}`, FIRST + at, length, { source: sources[clip - 1] as RundownItem['source'] });
  const [news] = sources.slice(3);
  const breaking: OverrideSource = {
    ...{ type: 'file', source: news as NonNullable<typeof news>, durationFrames: frames(40) },
    ...{ title: 'News', kind: 'programme', assetId: 'asset-news', houseId: null },
  };
  return { output: join(folder, 'out.ts'), item, breaking };
}

async function seen(output: string): Promise<readonly string[]> {
  const report = await readCodedStream(output, { channel: { rate: RATE } });
  expect(report.timeBreaks).toEqual([]);
  const runs = report.runs.map((run) => ({ at: run.firstPtsMs, text: `${run.clipId}:${run.from}-${run.to}` }));
  const spans = report.uncoded.map((span) => ({ at: span.firstPtsMs, text: `${span.kind} ${span.frames}` }));
  return [...runs, ...spans].sort((a, b) => a.at - b.at).map(({ text }) => text);
}

describe('breaking in', () => {
  it.each<[ReturnPolicy, readonly string[]]>([
    ['rejoin', ['1:0-30', '4:0-20', '1:50-100', '2:0-50']],
    ['resume', ['1:0-30', '4:0-20', '1:30-100', '2:0-30']],
    ['next', ['1:0-30', '4:0-20', '2:0-60', '3:0-40']],
  ])('returns by %s to the very frame that it promises', async (policy, expected) => {
    const { output, item, breaking } = await station();
    const steps: Step[] = [
      { at: 10, act: ({ desk }) => desk.arm(breaking) },
      { at: 30, act: ({ desk }) => void desk.breaking({ source: breaking, cause: 'anna', note: 'flood', returnBy: 'rejoin' }) },
      { at: 50, act: ({ desk }) => void desk.return(policy, 'anna') },
    ];
    const rundown = rundownOf(item(1, 0, 100), item(2, 100, 60), item(3, 160, 60));
    const { evidence } = await runChannel({ rundown, length: 150, output, steps });
    expect(await seen(output)).toEqual(expected);
    expect(evidence.of('breaking')).toMatchObject([{ frame: FIRST + 30, note: 'flood', cause: 'anna', item: { title: 'News' } }]);
    const types = evidence.bodies.map(({ type }) => type);
    expect(types.indexOf('breaking')).toBeLessThan(types.lastIndexOf('item-started'));
    expect(evidence.of('item-ended')[0]).toMatchObject({ outcome: 'partial', reason: 'operator-breaking', cause: 'anna: flood' });
    expect(evidence.of('returned')).toMatchObject([{ policy, since: FIRST + 30, interruptedId: 'clip-1' }]);
  });

  it('comes back by itself when a clip ends, on the very next frame', async () => {
    const { output, item, breaking } = await station();
    const act: Step['act'] = ({ desk }) => void desk.breaking({ source: breaking, cause: 'anna', note: '', returnBy: 'resume' });
    await runChannel({ rundown: rundownOf(item(1, 0, 100), item(2, 100, 60)), length: 130, output, steps: [{ at: 30, act }] });
    expect(await seen(output)).toEqual(['1:0-30', '4:0-40', '1:30-90']);
  });

  it('skips the next item, and holds: filler follows the item on air until the line goes on', async () => {
    const { output, item } = await station();
    const steps: Step[] = [
      { at: 5, act: ({ desk }) => void desk.skip('anna') },
      { at: 10, act: ({ desk }) => void desk.hold('anna') },
      { at: 70, act: ({ desk }) => void desk.return('resume', 'anna') },
    ];
    const rundown = rundownOf(item(1, 0, 50), item(2, 50, 30), item(3, 80, 60), item(4, 140, 40));
    const { evidence } = await runChannel({ rundown, length: 150, output, steps });
    expect(await seen(output)).toEqual(['1:0-50', 'other 20', '3:0-60', '4:0-20']);
    expect(evidence.of('skipped')).toMatchObject([{ item: { id: 'clip-2' }, shiftFrames: 30, cause: 'anna' }]);
    expect(evidence.of('item-started')[1]).toMatchObject({ item: null, reason: 'operator-hold', cause: 'anna' });
  });

  it('refuses what can not be cued, and stays on programme', async () => {
    const { output, item, breaking } = await station();
    const refused: string[] = [];
    const missing = {
      ...breaking,
      source: { type: 'file' as const, path: '/nowhere.mp4', inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) },
    };
    const act: Step['act'] = ({ desk }) => {
      desk
        .breaking({ source: missing as OverrideSource, cause: 'anna', note: '', returnBy: 'rejoin' })
        .catch((refusal: { code: string }) => refused.push(refusal.code));
      expect(() => desk.arm({ type: 'live', inputId: 'nobody' })).toThrow('no such input');
    };
    await runChannel({ rundown: rundownOf(item(1, 0, 100)), length: 100, output, steps: [{ at: 30, act }] });
    expect(refused).toEqual(['NOT_CUED']);
    expect(await seen(output)).toEqual(['1:0-100']);
  });
});
