import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../../shared/time/index.ts';
import { type KeptLog, keepLog } from '../../hub/testing/keep-log.ts';
import { makeBursts } from '../../hub/testing/make-burst.ts';
import { silentLog } from '../../testing/engine-parts.ts';
import { FolderStorage } from './folder-storage.ts';
import { type HlsSink, type HlsSinkOptions, openHlsSinkOn } from './hls-sink.ts';
import type { HlsStorage } from './hls-storage.ts';

const GOP = 50;
const OPTIONS: HlsSinkOptions = {
  ...{ id: 'hls', rate: { num: 25, den: 1 }, segmentSeconds: 2, windowSegments: 4, format: 'ts', master: null, log: silentLog },
};
let dir: string;
let log: KeptLog;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'perpetua-hls-'));
  log = keepLog();
});
afterEach(() => rm(dir, { recursive: true }));

const open = (storage: HlsStorage = new FolderStorage(dir), rate = { num: 25, den: 1 }) =>
  openHlsSinkOn(storage, { ...OPTIONS, rate, log });
const feed = (sink: HlsSink, from: number, to: number) => {
  for (const burst of makeBursts(from, to, GOP)) sink.receive(burst);
};
const playlist = () => readFile(join(dir, 'index.m3u8'), 'utf8');
const listedNames = async () => (await playlist()).match(/segment-.*/g);
const segmentFiles = async () => (await readdir(dir)).filter((name) => name.endsWith('.ts')).sort();

/** A disk with room for so many bytes, on a real folder. */
class SmallDisk extends FolderStorage {
  room: number;
  constructor(room: number) {
    super(dir);
    this.room = room;
  }
  override async write(name: string, contents: Buffer): Promise<void> {
    const sizes = await this.sizes();
    const used = [...sizes].reduce((sum, [other, size]) => (other === name ? sum : sum + size), 0);
    if (used + contents.length > this.room) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    await super.write(name, contents);
  }
}

describe('the HLS sink', () => {
  it('begins with a key frame and lists a segment when the next one begins', async () => {
    const sink = await open();
    feed(sink, 30, 151);
    await sink.close();
    expect(await listedNames()).toEqual(['segment-1-50.ts', 'segment-2-100.ts', 'segment-3-150.ts']);
    expect((await readFile(join(dir, 'segment-1-50.ts'))).length).toBe(50 * 188);
    expect(sink.status()).toMatchObject({ state: 'stopped', bytesSent: 101 * 188 });
  });

  it('counts a short hole to the segment it fell into, and leaves out a long one', async () => {
    const sink = await open();
    feed(sink, 0, 40);
    feed(sink, 50, 60);
    feed(sink, 500, 550);
    await sink.close();
    expect((await playlist()).match(/EXTINF:[\d.]+/g)).toEqual(['EXTINF:2.000000', 'EXTINF:0.400000', 'EXTINF:2.000000']);
  });

  it('tells the true length of a long segment in which the clock was set back by less than the segment', async () => {
    const sink = await openHlsSinkOn(new FolderStorage(dir), { ...OPTIONS, segmentSeconds: 4 });
    const stream = makeBursts(0, 300, 2 * GOP);
    for (const burst of stream) sink.receive(burst.frame < 100 ? burst : { ...burst, frame: frames(burst.frame - 75) });
    await sink.close();
    expect((await playlist()).match(/EXTINF:[\d.]+/g)).toEqual(['EXTINF:4.000000', 'EXTINF:4.000000', 'EXTINF:4.000000']);
    expect((await playlist()).match(/DATE-TIME:.*/g)).toEqual([
      'DATE-TIME:2024-01-01T00:00:00.000Z',
      'DATE-TIME:2024-01-01T00:00:01.000Z',
      'DATE-TIME:2024-01-01T00:00:05.000Z',
    ]);
  });

  it('removes a segment some time after it left the playlist', async () => {
    const sink = await open();
    feed(sink, 0, 20 * GOP);
    await sink.close();
    expect(await listedNames()).toHaveLength(4);
    expect(await segmentFiles()).toHaveLength(4 + 5);
  });

  it('does not list what a power failure took, and removes what belongs to nothing', async () => {
    const first = await open();
    feed(first, 0, 4 * GOP);
    await first.close();
    await writeFile(join(dir, 'segment-1-50.ts'), '');
    await writeFile(join(dir, 'segment-99-0.ts'), 'stray');
    await writeFile(join(dir, 'segment-5-0.ts.tmp'), 'half');
    const second = await open();
    feed(second, 5 * GOP, 6 * GOP);
    await second.close();
    expect(await listedNames()).toEqual(['segment-2-100.ts', 'segment-3-150.ts', 'segment-4-250.ts']);
    expect(await playlist()).toContain('MEDIA-SEQUENCE:2\n');
    expect((await playlist()).match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
    expect(await readdir(dir)).not.toContain('segment-99-0.ts');
    expect(await readdir(dir)).not.toContain('segment-5-0.ts.tmp');
  });

  it('starts with nothing old in its playlist after a night off the air, with numbers that go on', async () => {
    const first = await open();
    feed(first, 0, 4 * GOP);
    await first.close();
    const second = await open();
    feed(second, 10_000 * GOP, 10_001 * GOP);
    await second.close();
    expect(await listedNames()).toEqual([`segment-4-${10_000 * GOP}.ts`]);
  });

  it('lists nothing of another frame rate', async () => {
    const first = await open();
    feed(first, 0, 2 * GOP);
    await first.close();
    const second = await open(new FolderStorage(dir), { num: 50, den: 1 });
    feed(second, 4 * GOP, 5 * GOP);
    await second.close();
    expect(await listedNames()).toEqual(['segment-2-200.ts']);
  });

  it('starts anew from its place on the grid when the state file is broken', async () => {
    await writeFile(join(dir, 'state.json'), '{"rate":');
    const sink = await open();
    feed(sink, 300, 350);
    await sink.close();
    expect(await listedNames()).toEqual(['segment-6-300.ts']);
    expect(log.lines[0]).toContain('The HLS state file can not be read');
  });

  it('gives up old segments on a full disk and stays on air', async () => {
    const sink = await open(new SmallDisk(5 * GOP * 188));
    feed(sink, 0, 12 * GOP);
    await sink.close();
    const listed = await listedNames();
    expect(listed?.at(-1)).toBe('segment-11-550.ts');
    expect(await segmentFiles()).toEqual(expect.arrayContaining(listed ?? []));
    expect(log.lines.join('\n')).toContain('The disk is full; the oldest segments make room');
    expect(log.lines.join('\n')).not.toContain('A segment was lost');
  });

  it('says that the disk is full, and publishes everything once there is room', async () => {
    const disk = new SmallDisk(1000);
    const sink = await open(disk);
    feed(sink, 0, 2 * GOP);
    await expect.poll(() => sink.status()).toMatchObject({ state: 'backing-off', detail: 'The disk is full.' });
    expect(sink.status().waitingBytes).toBeGreaterThan(0);
    disk.room = 1e9;
    feed(sink, 2 * GOP, 4 * GOP);
    await sink.close();
    expect(sink.status().waitingBytes).toBe(0);
    expect(await listedNames()).toEqual(['segment-0-0.ts', 'segment-1-50.ts', 'segment-2-100.ts', 'segment-3-150.ts']);
  });
});
