import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { outputSchema } from '../../../../shared/engine-protocol/index.ts';
import { frames } from '../../../../shared/time/index.ts';
import { type Burst, StreamHub } from '../../hub/index.ts';
import { type KeptLog, keepLog } from '../../hub/testing/keep-log.ts';
import { makeBursts } from '../../hub/testing/make-burst.ts';
import { encodeTestStream, runTool } from '../../hub/testing/test-encoder.ts';
import { RecorderSink } from './recorder-sink.ts';
import { RecordingFolder, type RecordingStore } from './recording-folder.ts';

const rate = { num: 25, den: 1 };
const GOP = 50;
const PACKET = 188;
const MINUTE = 25 * 60;

let dir: string;
let log: KeptLog;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'perpetua-recorder-'));
  log = keepLog();
});
afterEach(() => rm(dir, { recursive: true }));

function open(fields: object = {}, store: RecordingStore = new RecordingFolder(dir, 'log')): RecorderSink {
  const output = outputSchema.parse({
    ...{ id: 'log', name: 'Log', type: 'recorder', segmentMinutes: 1, keepDays: null, leastFreeGigabytes: 0 },
    ...fields,
  });
  if (output.type !== 'recorder') throw new Error('Not a recorder');
  return new RecorderSink(output, { store, rate, log });
}

/** Feeds a few frames at a time, each once the ones before are on disk. */
async function feed(sink: RecorderSink, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += GOP) {
    for (const burst of makeBursts(start, Math.min(to, start + GOP), GOP)) sink.receive(burst);
    await sink.settled();
  }
}

/** A folder on a disk with room for so many bytes, of which `others` are somebody else's. */
class SmallDisk extends RecordingFolder {
  others = 0;
  readonly #room: number;
  constructor(room: number) {
    super(dir, 'log');
    this.#room = room;
  }
  override async freeBytes(): Promise<number> {
    const recordings = await this.list();
    return this.#room - this.others - recordings.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }
}

const files = async () => (await readdir(dir)).sort();

describe('the recorder', () => {
  it('changes files at the first key frame of each minute, and loses nothing', async () => {
    const sink = open();
    await feed(sink, 30 * 25, 2 * MINUTE + 100);
    await sink.close();
    expect(await files()).toEqual(['log-20240101T000030.000Z.ts', 'log-20240101T000100.000Z.ts', 'log-20240101T000200.000Z.ts']);
    const lengths = await Promise.all((await files()).map(async (name) => (await readFile(join(dir, name))).length / PACKET));
    expect(lengths).toEqual([30 * 25, MINUTE, 100]);
    expect(sink.status()).toMatchObject({ state: 'stopped', bytesSent: (30 * 25 + MINUTE + 100) * PACKET });
  });

  it('gives an unfinished file another name, and finishes one that a crash left', async () => {
    const sink = open();
    await writeFile(join(dir, 'log-20231231T230000.000Z.ts.part'), 'torn');
    await writeFile(join(dir, 'other.part'), 'mine');
    await feed(sink, 0, 100);
    expect(await files()).toEqual(['log-20231231T230000.000Z.ts', 'log-20240101T000000.000Z.ts.part', 'other.part']);
    expect(sink.status()).toMatchObject({ state: 'running', detail: 'Recording log-20240101T000000.000Z.ts' });
    await sink.close();
    expect(await files()).toContain('log-20240101T000000.000Z.ts');
  });

  it('lets go of recordings by total size, and of nothing that is not its own', async () => {
    await writeFile(join(dir, 'holiday.ts'), Buffer.alloc(MINUTE * PACKET));
    const sink = open({ keepGigabytes: (MINUTE * PACKET * 2.5) / 1e9 });
    await feed(sink, 0, 5 * MINUTE + 50);
    await sink.close();
    expect(await files()).toEqual([
      'holiday.ts',
      'log-20240101T000300.000Z.ts',
      'log-20240101T000400.000Z.ts',
      'log-20240101T000500.000Z.ts',
    ]);
  });

  it('makes room on a disk that fills, then pauses with a reason, then goes on', async () => {
    const disk = new SmallDisk(MINUTE * PACKET * 10);
    const sink = open({ leastFreeGigabytes: (MINUTE * PACKET) / 1e9 }, disk);
    await feed(sink, 0, 3 * MINUTE);
    disk.others = MINUTE * PACKET * 7;
    await feed(sink, 3 * MINUTE, 4 * MINUTE);
    expect(await files()).not.toContain('log-20240101T000000.000Z.ts');
    disk.others = MINUTE * PACKET * 12;
    await feed(sink, 4 * MINUTE, 5 * MINUTE);
    expect(sink.status()).toMatchObject({
      state: 'backing-off',
      detail: 'The disk is nearly full: recording pauses until there is room.',
    });
    disk.others = 0;
    await feed(sink, 5 * MINUTE, 6 * MINUTE);
    expect(sink.status().state).toBe('running');
    await sink.close();
    expect((await files()).at(-1)).toBe('log-20240101T000500.000Z.ts');
  });

  it('tells when its folder can not be had, and records as soon as it can', async () => {
    const blocked = join(dir, 'blocked');
    await writeFile(blocked, 'a file, where a folder should be');
    const sink = open({}, new RecordingFolder(blocked, 'log'));
    await feed(sink, 0, GOP);
    expect(sink.status()).toMatchObject({
      state: 'backing-off',
      detail: 'The folder can not be written; recording is tried again.',
    });
    await rm(blocked);
    await feed(sink, GOP, 12 * GOP);
    expect(sink.status().state).toBe('running');
    await sink.close();
  });

  it('bounds what waits for a disk that takes nothing, and goes on with a key frame', async () => {
    let release: () => void = () => undefined;
    const asleep = new Promise<void>((resolve) => {
      release = resolve;
    });
    class Sleeper extends RecordingFolder {
      override async prepare(): Promise<void> {
        await asleep;
        await super.prepare();
      }
    }
    const sink = open({}, new Sleeper(dir, 'log'));
    const big = (burst: Burst): Burst => ({ ...burst, packets: [Buffer.alloc(PACKET * 5000)], byteLength: PACKET * 5000 });
    for (const burst of makeBursts(0, 95, GOP)) sink.receive(big(burst));
    // One that is being prepared has taken its first pictures out already.
    expect(sink.status().waitingBytes / (PACKET * 5000)).toBe(35);
    release();
    await sink.settled();
    expect(sink.status().waitingBytes).toBe(0);
    for (const burst of makeBursts(95, 110, GOP)) sink.receive(big(burst));
    await sink.close();
    const written = sink.status().bytesSent / (PACKET * 5000);
    expect(log.lines.filter((line) => line.includes('too slow'))).toHaveLength(1);
    // 32 MiB hold 35 of these; frames 100 to 109 came after.
    expect(written).toBe(35 + 1 + 10);
  });

  it('keeps every frame of a real stream, in files that each decode by themselves', async () => {
    const first = frames(25 * 58);
    const hub = new StreamHub({ rate, epochFrame: first, epochPtsSeconds: 10, log });
    hub.attach(open());
    hub.write(await encodeTestStream({ rate, gopFrames: GOP, frameCount: 150, ptsSeconds: 10, isPaced: false }));
    await hub.close();
    expect(await files()).toEqual(['log-20240101T000058.000Z.ts', 'log-20240101T000100.000Z.ts']);
    const decoded = await Promise.all(
      (await files()).map((name) =>
        runTool('ffprobe', ['-v', 'error', '-select_streams', 'v', '-show_entries', 'frame=pict_type', '-of', 'csv=p=0', join(dir, name)]),
      ),
    );
    expect(decoded.map(({ stdout, stderr }) => [stdout.match(/[IPB]/g)?.length, stderr])).toEqual([
      [50, ''],
      [100, ''],
    ]);
  });
});
