import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Frames, frames, milliseconds } from '../../../shared/time/index.ts';
import { type AsRunEntry, beforeFirstAir } from '../../domain/as-run/index.ts';
import { hashOfRow } from './as-run-row.ts';
import { SqliteAsRunRepository } from './sqlite-as-run-repository.ts';
import { SqliteEvidenceInbox } from './sqlite-evidence-inbox.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.ts';

function entry(startFrame: number): AsRunEntry {
  return {
    itemId: `item-${startFrame}`,
    assetId: null,
    houseId: null,
    title: 'Evening news',
    kind: 'programme',
    plannedStartsAt: null,
    plannedDurationFrames: null,
    startsAt: milliseconds(startFrame * 40),
    startFrame: frames(startFrame),
    durationFrames: frames(25),
    heldFrames: 0 as Frames,
    slatedFrames: 0 as Frames,
    outcome: 'aired',
    reason: 'as-planned',
    cause: 'schedule',
  };
}

describe('SqliteAsRunRepository', () => {
  let database: TemporaryDatabase;
  let asRun: SqliteAsRunRepository;

  beforeEach(() => {
    database = openTemporaryDatabase();
    asRun = new SqliteAsRunRepository(database.kysely);
  });
  afterEach(() => database.remove());

  it('numbers its entries without a hole and gives them back in order', async () => {
    await asRun.append([entry(0), entry(25)]);
    await asRun.append([entry(50)]);
    const all = await asRun.listBetween(milliseconds(0), milliseconds(1e9), 100);
    expect(all).toEqual([0, 25, 50].map((frame, index) => ({ ...entry(frame), seq: index + 1, correction: null })));
    expect(await asRun.lastSeq()).toBe(3);
  });

  it('gives the latest entries of a range when there are more than were asked for', async () => {
    await asRun.append([entry(0), entry(25), entry(50), entry(75)]);
    const some = await asRun.listBetween(milliseconds(0), milliseconds(3000), 2);
    expect(some.map((one) => one.startFrame)).toEqual([25, 50]);
  });

  it('chains each row to the one before', async () => {
    await asRun.append([entry(0), entry(25)]);
    const rows = await database.kysely.selectFrom('as_run').selectAll().orderBy('seq').execute();
    expect(rows.map((row) => row.prev_hash)).toEqual(['', rows[0]?.hash]);
    for (const { hash, prev_hash, ...row } of rows) expect(hashOfRow(row, prev_hash)).toBe(hash);
    const [{ hash: _, prev_hash: __, ...first }] = rows as [(typeof rows)[number]];
    expect(hashOfRow({ ...first, title: 'Something else' }, '')).not.toBe(rows[0]?.hash);
  });

  it('refuses to change what was logged', async () => {
    await asRun.append([entry(0)]);
    await expect(sql`UPDATE as_run SET title = 'x'`.execute(database.kysely)).rejects.toThrow('never changed');
  });
});

describe('SqliteEvidenceInbox', () => {
  let database: TemporaryDatabase;
  let inbox: SqliteEvidenceInbox;

  beforeEach(() => {
    database = openTemporaryDatabase();
    inbox = new SqliteEvidenceInbox(database.kysely);
  });
  afterEach(() => database.remove());

  it('remembers its place', async () => {
    expect(await inbox.cursor()).toBeNull();
    await inbox.moveTo({ seq: 1, hash: 'a', state: beforeFirstAir('25/1') });
    await inbox.moveTo({ seq: 7, hash: 'b', state: { ...beforeFirstAir('25/1'), frontier: frames(12) } });
    expect(await inbox.cursor()).toEqual({ seq: 7, hash: 'b', state: { ...beforeFirstAir('25/1'), frontier: 12 } });
  });

  it('keeps defects on record', async () => {
    await inbox.recordDefect({ at: milliseconds(5), seq: 3, fault: 'chain-broken', detail: 'x' });
    expect(await inbox.listDefects(10)).toEqual([{ at: 5, seq: 3, fault: 'chain-broken', detail: 'x' }]);
  });
});
