import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Statistics, statisticsSchema } from '../../../shared/engine-protocol/index.ts';
import { milliseconds } from '../../../shared/time/index.ts';
import { silentLog } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { ChildrenWatch } from './children-usage.ts';
import { FrameTally } from './frame-tally.ts';
import { KeptSeries } from './kept-series.ts';
import { mergeStatistics } from './merge-statistics.ts';
import { parseProcessStat, readProcessFigures } from './process-figures.ts';
import { type Counters, type Gauges, Statistician } from './statistician.ts';

const IDLE: Counters = {
  decodedPictures: 0,
  encodedPictures: 0,
  encoderRestarts: 0,
  encodedBytes: 0,
  recordedBytes: 0,
  engineCpuSeconds: 0,
};
const GAUGES: Gauges = {
  ...{
    cueMaxMs: null,
    openItems: 2,
    encoderQueueFrames: 1,
    encoderInsideFrames: 9,
    sinksRunning: 3,
    sinksTroubled: 0,
    sinkQueueBytes: { hls: 0, hall: 4000 },
  },
  ...{ loudnessLufs: -23, engineRssBytes: 100, heapUsedBytes: 50, diskFreeBytes: null },
};

describe('the tally of frames', () => {
  it('tells the worst and the 95th of a hundred, and begins anew', () => {
    const tally = new FrameTally();
    for (let late = 100; late >= 1; late--) tally.count(milliseconds(late), 'item');
    expect(tally.take()).toEqual({ frames: 100, lateMaxMs: 100, lateP95Ms: 95, heldFrames: 0, underruns: 0, standInFrames: 0 });
    expect(tally.take()).toEqual({ frames: 0, lateMaxMs: 0, lateP95Ms: 0, heldFrames: 0, underruns: 0, standInFrames: 0 });
  });

  it('counts an underrun once, however long the picture is held, and over the end of a span', () => {
    const tally = new FrameTally();
    for (const shown of ['item', 'held', 'held', 'item', 'held'] as const) tally.count(milliseconds(0), shown);
    expect(tally.take()).toMatchObject({ heldFrames: 3, underruns: 2 });
    for (const shown of ['held', 'slate', 'filler'] as const) tally.count(milliseconds(0), shown);
    expect(tally.take()).toMatchObject({ heldFrames: 1, underruns: 0, standInFrames: 2 });
  });
});

describe('the figures of a process', () => {
  it('reads what Linux tells, whatever the program calls itself', () => {
    const line =
      '4242 (f) (mpeg) S 1 4242 4242 0 -1 4194304 9000 0 0 0 150 50 0 0 20 0 7 0 123456 400000000 2500 18446744073709551615 1 1 0\n';
    expect(parseProcessStat(line)).toEqual({ cpuSeconds: 2, rssBytes: 2500 * 4096 });
    expect(parseProcessStat('')).toBe(null);
  });

  it.runIf(process.platform === 'linux')('reads this very process (where there is /proc)', async () => {
    const figures = await readProcessFigures(process.pid);
    const rss = process.memoryUsage.rss();
    expect((figures?.rssBytes ?? 0) / rss).toBeGreaterThan(0.5);
    expect((figures?.rssBytes ?? 0) / rss).toBeLessThan(2);
    expect(figures?.cpuSeconds).toBeGreaterThan(0);
  });

  it('adds up every five seconds what children used; one that is new or gone does no harm', async () => {
    const used = new Map([[1, 10]]);
    const watch = new ChildrenWatch(async (pid) => {
      const cpuSeconds = used.get(pid);
      return cpuSeconds === undefined ? null : { cpuSeconds, rssBytes: 1000 };
    });
    await watch.look([1], 1);
    used.set(1, 10.5).set(2, 0.25);
    expect(await watch.look([1, 2, 3], 4)).toEqual({ children: 3, childrenCpu: null, childrenRssBytes: 1000 });
    expect(await watch.look([1, 2, 3], 1)).toEqual({ children: 3, childrenCpu: 0.15, childrenRssBytes: 2000 });
    used.clear();
    expect(await watch.look([1], 5)).toEqual({ children: 1, childrenCpu: null, childrenRssBytes: null });
    expect(await watch.look([], 5)).toEqual({ children: 0, childrenCpu: 0, childrenRssBytes: 0 });
  });
});

async function series(folder: string) {
  const open = (name: string, most: number) => KeptSeries.open(join(folder, name), statisticsSchema, most, silentLog);
  return { seconds: await open('seconds.jsonl', 600), minutes: await open('minutes.jsonl', 1440) };
}

/** Runs so many seconds, each with 25 frames, of which the one at `heldAt` is held, and 25,000 bytes. */
async function run(folder: string, seconds: number, heldAt: number): Promise<Statistician> {
  const tally = new FrameTally();
  let [now, counters] = [1_000_000, IDLE];
  const statistician = new Statistician({
    ...{ tally, counters: () => counters, gauges: () => GAUGES, childPids: () => [], series: await series(folder), framesPerSecond: 25 },
    children: new ChildrenWatch(async () => null),
    now: () => milliseconds(now),
  });
  for (let second = 0; second < seconds; second++) {
    for (let frame = 0; frame < 25; frame++) tally.count(milliseconds(second), second === heldAt && frame === 0 ? 'held' : 'item');
    now += 1000;
    counters = { ...counters, encodedBytes: counters.encodedBytes + 25_000, encodedPictures: counters.encodedPictures + 25 };
    await statistician.closeSecond();
  }
  await statistician.settled();
  return statistician;
}

describe('the statistician', () => {
  it('makes a record of each second and one of each minute', async () => {
    const statistician = await run(await temporaryFolder(), 61, 7);
    expect(statistician.latest).toMatchObject({
      at: 1_060_000,
      spanMs: 1000,
      frames: 25,
      bitrateKbps: 200,
      encoderSpeed: 1,
      lateMaxMs: 60,
    });
    expect(statistician.read('seconds', milliseconds(0))).toHaveLength(61);
    expect(statistician.read('seconds', milliseconds(1_059_000)).map(({ at }) => at)).toEqual([1_059_000, 1_060_000]);
    const [minute, ...more] = statistician.read('minutes', milliseconds(0));
    expect(more).toEqual([]);
    expect(minute).toMatchObject({
      at: 1_000_000,
      spanMs: 60_000,
      frames: 1500,
      heldFrames: 1,
      underruns: 1,
      lateMaxMs: 59,
      bitrateKbps: 200,
    });
    expect(minute).toMatchObject({ sinkQueueBytes: { hls: 0, hall: 4000 }, cueMaxMs: null, loudnessLufs: -23, openItems: 2 });
  });

  it('tells the mean of a queue over the seconds in which its output was there', () => {
    const second = (sinkQueueBytes: Statistics['sinkQueueBytes']) => ({ sinkQueueBytes }) as Statistics;
    const merged = mergeStatistics([second({ hls: 10 }), second({ hls: 20, hall: 7 }), second({ hall: 9 })]);
    expect(merged.sinkQueueBytes).toEqual({ hls: 15, hall: 8 });
  });

  it('has its records again after a restart, without the line that a crash tore', async () => {
    const folder = await temporaryFolder();
    await run(folder, 60, 0);
    await appendFile(join(folder, 'seconds.jsonl'), '{"at":12,"span');
    const again = await series(folder);
    expect(again.seconds.records).toHaveLength(60);
    expect(again.minutes.records).toHaveLength(1);
  });
});

describe('a kept series', () => {
  const second = (at: number): Statistics =>
    statisticsSchema.parse({
      ...{ at, spanMs: 1000, frames: 25, lateMaxMs: 0, lateP95Ms: 0, heldFrames: 0, underruns: 0, standInFrames: 0 },
      ...{ ...GAUGES, decoderSpeed: 1, encoderSpeed: 1, encoderRestarts: 0, bitrateKbps: 0, recordingKbps: 0, engineCpu: 0 },
      ...{ children: 0, childrenCpu: 0, childrenRssBytes: 0 },
    });

  it('keeps the newest in memory and never more than twice as many on the disk', async () => {
    const path = join(await temporaryFolder(), 'figures.jsonl');
    const kept = await KeptSeries.open(path, statisticsSchema, 10, silentLog);
    for (let at = 0; at < 35; at++) {
      kept.add(second(at));
      await kept.settled();
    }
    expect(kept.records.map(({ at }) => at)).toEqual([25, 26, 27, 28, 29, 30, 31, 32, 33, 34]);
    const lines = async (name: string) => (await readFile(name, 'utf8')).trimEnd().split('\n').length;
    expect([await lines(path), await lines(`${path}.old`)]).toEqual([5, 10]);
    const again = await KeptSeries.open(path, statisticsSchema, 10, silentLog);
    expect(again.records).toEqual(kept.records);
  });

  it('goes on in memory when the disk refuses', async () => {
    const kept = await KeptSeries.open(join(await temporaryFolder(), 'no-such-folder', 'figures.jsonl'), statisticsSchema, 3, silentLog);
    for (const at of [1, 2, 3, 4]) kept.add(second(at));
    await kept.settled();
    expect(kept.records.map(({ at }) => at)).toEqual([2, 3, 4]);
  });
});
