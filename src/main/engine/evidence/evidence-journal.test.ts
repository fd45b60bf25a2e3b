import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EvidenceBody } from '../../../shared/engine-protocol/index.ts';
import { frames } from '../../../shared/time/index.ts';
import { silentLog } from '../testing/engine-parts.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { EvidenceJournal } from './evidence-journal.ts';

const DAY_MS = 86_400_000;
const NOON = Date.UTC(2026, 2, 1, 12);

function panic(frame: number): EvidenceBody {
  return { type: 'panic', frame: frames(frame), cause: 'anna' };
}

function open(folder: string, now = NOON): Promise<EvidenceJournal> {
  return EvidenceJournal.open(folder, () => now, silentLog);
}

async function written(folder: string, count: number, now = NOON): Promise<void> {
  const journal = await open(folder, now);
  for (let index = 0; index < count; index++) journal.append(panic(index));
  await journal.settled();
}

describe('EvidenceJournal', () => {
  it('numbers and chains records without a hole across restarts and days', async () => {
    const folder = await temporaryFolder();
    await written(folder, 3);
    await written(folder, 2, NOON + DAY_MS);
    await written(folder, 2, NOON + 2 * DAY_MS);
    expect(await readdir(folder)).toEqual(['2026-03-01.jsonl', '2026-03-02.jsonl', '2026-03-03.jsonl']);
    const records = await (await open(folder)).read(0, 100);
    expect(records.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(records.map(({ prevHash }) => prevHash)).toEqual(['', ...records.slice(0, -1).map(({ hash }) => hash)]);
  });

  it('writes what is appended while it is writing', async () => {
    const folder = await temporaryFolder();
    const journal = await open(folder);
    for (let index = 0; index < 200; index++) {
      journal.append(panic(index));
      if (index % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await journal.settled();
    const lines = (await readFile(join(folder, '2026-03-01.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('says whether all of it is written', async () => {
    const journal = await open(await temporaryFolder());
    expect(journal.isWritten).toBe(true);
    journal.append(panic(0));
    expect(journal.isWritten).toBe(false);
    await journal.settled();
    expect(journal.isWritten).toBe(true);
  });

  it('reads after a number, at most so many, whether from memory or from older files', async () => {
    const folder = await temporaryFolder();
    await written(folder, 5);
    await written(folder, 5, NOON + DAY_MS);
    const journal = await open(folder);
    const seqs = async (after: number, limit: number) => (await journal.read(after, limit)).map(({ seq }) => seq);
    expect(await seqs(3, 4)).toEqual([4, 5, 6, 7]);
    expect(await seqs(7, 2)).toEqual([8, 9]);
    expect(await seqs(10, 5)).toEqual([]);
  });

  it('cuts off a torn last line and goes on after the last whole one', async () => {
    const folder = await temporaryFolder();
    await written(folder, 3);
    const path = join(folder, '2026-03-01.jsonl');
    const whole = await readFile(path, 'utf8');
    await appendFile(path, '{"seq":4,"at":"2026-03-01T12:00:0');
    await written(folder, 1);
    const lines = (await readFile(path, 'utf8')).split('\n');
    expect(lines.slice(0, 3).join('\n')).toBe(whole.trimEnd());
    expect(JSON.parse(lines[3] ?? '').seq).toBe(4);
    expect(lines).toHaveLength(5);
  });

  it('starts afresh when nothing in its only file is whole', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, '2026-03-01.jsonl'), '\0\0\0\0');
    const journal = await open(folder);
    expect(journal.append(panic(1))).toBe(1);
    await journal.settled();
    expect((await (await open(folder)).read(0, 10)).map(({ seq }) => seq)).toEqual([1]);
  });

  it('tells listeners of each record until they have heard enough', async () => {
    const journal = await open(await temporaryFolder());
    const heard: number[] = [];
    const stop = journal.onAppended((seq) => heard.push(seq));
    journal.append(panic(1));
    journal.append(panic(2));
    stop();
    journal.append(panic(3));
    await journal.settled();
    expect(heard).toEqual([1, 2]);
  });
});
