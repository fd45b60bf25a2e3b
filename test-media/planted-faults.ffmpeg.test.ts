import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFrameRate } from '../src/shared/time/index.ts';
import { startFfmpeg } from './ffmpeg-process.ts';
import { expectExactJoins, joinFaults, makeCodedClip, readCodedStream, type StreamReport } from './index.ts';

const RATE = parseFrameRate('25/1');

let folder: string;
let clips: readonly [string, string];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-faults-'));
  const size = { frames: 100, rate: RATE, width: 320, height: 180, audio: 'stereo' } as const;
  clips = [
    await makeCodedClip({ ...size, clipId: 1, path: join(folder, 'one.mp4') }),
    await makeCodedClip({ ...size, clipId: 2, path: join(folder, 'two.mp4') }),
  ];
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Frames [from, to) of clip 1 or 2. */
type Piece = readonly [clip: 1 | 2, from: number, to: number];

/** Joins pieces picture by picture, with the sound of clip 1 under them, through filters that plant a fault. */
async function broadcast(pieces: readonly Piece[], pictureFilter: string, soundFilter: string): Promise<StreamReport> {
  const cuts = pieces.map(
    ([clip, from, to], index) => `[${clip - 1}:v]trim=start_frame=${from}:end_frame=${to},setpts=PTS-STARTPTS[p${index}]`,
  );
  const joined = `${pieces.map((_, index) => `[p${index}]`).join('')}concat=n=${pieces.length},setpts=N/25/TB,${pictureFilter}[v]`;
  const output = join(folder, 'channel.ts');
  const graph = [...cuts, joined, `[0:a]${soundFilter}[a]`].join(';');
  const inputs = clips.flatMap((clip) => ['-i', clip]);
  const codec = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30', '-c:a', 'aac', '-fps_mode', 'passthrough'];
  const head = ['-loglevel', 'error', '-nostdin', '-y'];
  await startFfmpeg([...head, ...inputs, '-filter_complex', graph, '-map', '[v]', '-map', '[a]', ...codec, output], 0).ended;
  return readCodedStream(output, { channel: { rate: RATE } });
}

const WHOLE: readonly Piece[] = [[1, 0, 100]];

/** When frame `index` of the channel is shown. */
function ptsOf(report: StreamReport, index: number): number {
  return report.frames[index]?.ptsMs ?? Number.NaN;
}

describe('a fault that was planted is reported exactly', () => {
  it('nothing, when nothing was planted', async () => {
    const report = await broadcast(WHOLE, 'null', 'anull');
    expectExactJoins(report, [{ clipId: 1, from: 0, to: 100 }]);
    expect(report.sync.pairs).toHaveLength(4);
    expect(report.silences).toEqual([]);
  });

  it('a join of two clips, mid-programme break and return', async () => {
    const report = await broadcast([[1, 0, 30], [2, 10, 35], [1, 30, 75]], 'null', 'anull'); // biome-ignore format: one piece after the other
    expectExactJoins(report, [
      { clipId: 1, from: 0, to: 30 },
      { clipId: 2, from: 10, to: 35 },
      { clipId: 1, from: 30, to: 75 },
    ]);
  });

  it('a dropped frame', async () => {
    const report = await broadcast([[1, 0, 60], [1, 61, 100]], 'null', 'anull'); // biome-ignore format: one piece after the other
    expect(report.jumps).toEqual([{ clipId: 1, due: 60, got: 61, ptsMs: ptsOf(report, 60) }]);
    expect([report.repeats, report.uncoded, report.timeBreaks]).toEqual([[], [], []]);
    expect(() => expectExactJoins(report, [{ clipId: 1, from: 0, to: 100 }])).toThrow(/1:60 was due, got 61/);
  });

  it('a dropped frame that left a hole in time', async () => {
    const report = await broadcast(WHOLE, "select='not(between(n,60,62))'", 'anull');
    expect(report.jumps).toMatchObject([{ due: 60, got: 63 }]);
    expect(report.timeBreaks).toMatchObject([{ ptsMs: ptsOf(report, 60), missingFrames: 3 }]);
  });

  it('a repeated frame', async () => {
    const report = await broadcast([[1, 0, 61], [1, 60, 100]], 'null', 'anull'); // biome-ignore format: one piece after the other
    expect(report.repeats).toEqual([{ clipId: 1, frameNumber: 60, ptsMs: ptsOf(report, 61) }]);
    expect(report.jumps).toEqual([]);
  });

  it('two frames that changed places', async () => {
    const report = await broadcast([[1, 0, 60], [1, 61, 62], [1, 60, 61], [1, 62, 100]], 'null', 'anull'); // biome-ignore format: one piece after the other
    expect(report.jumps.map(({ due, got }) => [due, got])).toEqual([[60, 61], [62, 60], [61, 62]]); // biome-ignore format: pairs
  });

  it('a frame of a foreign clip', async () => {
    const report = await broadcast([[1, 0, 50], [2, 7, 8], [1, 51, 100]], 'null', 'anull'); // biome-ignore format: one piece after the other
    expect(report.runs[1]).toEqual({ clipId: 2, from: 7, to: 8, frames: 1, firstPtsMs: ptsOf(report, 50) });
    expect(joinFaults(report, [{ clipId: 1, from: 0, to: 100 }]).filter((fault) => fault.startsWith('foreign'))).toHaveLength(1);
  });

  it('a black gap', async () => {
    const report = await broadcast(WHOLE, "drawbox=color=black:t=fill:enable='between(n,60,64)'", 'anull');
    expect(report.uncoded).toEqual([{ kind: 'black', frames: 5, firstPtsMs: ptsOf(report, 60) }]);
    expect(report.runs).toMatchObject([{ to: 60 }, { from: 65 }]);
  });

  it('a picture that is no coded one', async () => {
    const report = await broadcast(WHOLE, "drawbox=color=gray:t=fill:enable='between(n,60,61)'", 'anull');
    expect(report.uncoded).toMatchObject([{ kind: 'other', frames: 2, firstPtsMs: ptsOf(report, 60) }]);
  });

  it('frames blended into each other', async () => {
    const report = await broadcast(WHOLE, "tmix=frames=2:weights='1 1':enable='between(n,60,61)'", 'anull');
    expect(report.uncoded).toMatchObject([{ kind: 'unreadable', frames: 2, firstPtsMs: ptsOf(report, 60) }]);
  });

  it('silence', async () => {
    const report = await broadcast(WHOLE, 'null', "volume=0:enable='between(t,2,2.3)'");
    expect(report.silences).toHaveLength(1);
    const [silence] = report.silences;
    const start = ptsOf(report, 0);
    expect(Math.abs((silence?.fromMs ?? 0) - start - 2000)).toBeLessThan(40);
    expect(Math.abs((silence?.toMs ?? 0) - start - 2300)).toBeLessThan(40);
  });

  it('a hole in the sound', async () => {
    const report = await broadcast(WHOLE, 'null', "aselect='not(between(t,2,2.3))'");
    expect(report.sound?.holes).toHaveLength(1);
  });

  it('sound that is 80 ms late, or early', async () => {
    const late = await broadcast(WHOLE, 'null', 'adelay=80:all=1');
    const early = await broadcast(WHOLE, 'null', 'atrim=start=0.08,asetpts=PTS-STARTPTS');
    for (const { offsetMs } of late.sync.pairs) expect(Math.abs(offsetMs - 80)).toBeLessThan(2);
    for (const { offsetMs } of early.sync.pairs) expect(Math.abs(offsetMs + 80)).toBeLessThan(2);
    expect([late.sync.pairs.length, early.sync.pairs.length]).toEqual([4, 4]);
  });
});
