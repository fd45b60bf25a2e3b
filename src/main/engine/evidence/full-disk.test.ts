import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type EvidenceBody, statisticsSchema } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { LatestFile } from '../folder/latest-file.ts';
import { KeptSeries } from '../statistics/index.ts';
import { silentLog } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { EvidenceJournal } from './evidence-journal.ts';
import { readEvidenceLine } from './seal-evidence.ts';

const [MOUNT, UNMOUNT, UNSHARE] = ['mount', 'umount', 'unshare'] as const;
const NOON = Date.UTC(2026, 2, 1, 12);

/** Only Linux's root may mount a disk of a few kilobytes. */
const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && canMount();
const why = mayMount ? '' : ' (left out: it takes root on Linux, with the right to mount)';

function canMount(): boolean {
  try {
    execFileSync(UNSHARE, ['--mount', MOUNT, '-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A disk of 64 KiB that is full, and how to make room on it. */
async function fullDisk(): Promise<{ readonly folder: string; readonly makeRoom: () => Promise<void> }> {
  const folder = join(await temporaryFolder(), 'disk');
  mkdirSync(folder);
  execFileSync(MOUNT, ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder]);
  onTestFinished(() => void execFileSync(UNMOUNT, [folder]));
  const ballast = join(folder, 'ballast');
  await writeFile(ballast, Buffer.alloc(65_536)).catch(() => undefined);
  return { folder, makeRoom: () => rm(ballast) };
}

function panic(frame: number): EvidenceBody {
  return { type: 'panic', frame: frames(frame), cause: 'anna' };
}

describe.runIf(mayMount)(`on a full disk${why}`, () => {
  it('evidence is kept in memory, told to whoever asks, and written whole and in order when there is room', async () => {
    const { folder, makeRoom } = await fullDisk();
    const journal = await EvidenceJournal.open(folder, () => NOON, silentLog);
    for (let frame = 0; frame < 30; frame++) journal.append(panic(frame));
    await journal.settled();
    expect([journal.hasFailed, journal.seq, journal.lostRecords]).toEqual([true, 30, 0]);
    expect(await journal.read(0, 100)).toHaveLength(30);
    await makeRoom();
    await expect.poll(() => journal.hasFailed).toBe(false);
    journal.append(panic(30));
    await journal.settled();
    const lines = (await readFile(join(folder, '2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n').map(readEvidenceLine);
    expect(lines.map((record) => record?.seq)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(lines.slice(1).map((record) => record?.prevHash)).toEqual(lines.slice(0, -1).map((record) => record?.hash));
  });

  it('the last good rundown stays readable until the new one can be written, and figures go on in memory', async () => {
    const { folder, makeRoom } = await fullDisk();
    await makeRoom();
    const path = join(folder, 'rundown.json');
    const file = new LatestFile(path, 'durable', silentLog);
    file.save({ revision: 1 });
    await file.settled();
    await writeFile(join(folder, 'ballast'), Buffer.alloc(65_536)).catch(() => undefined);
    file.save({ revision: 2, items: 'x'.repeat(20_000) });
    await file.settled();
    expect([file.hasFailed, JSON.parse(await readFile(path, 'utf8'))]).toEqual([true, { revision: 1 }]);
    const series = await KeptSeries.open(join(folder, 'seconds.jsonl'), statisticsSchema.partial(), 10, silentLog);
    for (let count = 0; count < 200; count++) series.add({ frames: count });
    await series.settled();
    expect(series.records.map((record) => record.frames)).toEqual([190, 191, 192, 193, 194, 195, 196, 197, 198, 199]);
    await makeRoom();
    await expect.poll(() => file.hasFailed).toBe(false);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ revision: 2 });
  });
});
