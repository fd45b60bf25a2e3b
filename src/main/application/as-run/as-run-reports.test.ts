import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import type { AsRunEntry } from '../../domain/as-run/index.ts';
import { NO_DETAILS } from '../../domain/library/index.ts';
import { DiskAsRunArchive } from '../../infrastructure/file-system/disk-as-run-archive.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { Affidavits, AmendAsRun, AsRunReports, KeepDailyFiles } from './index.ts';

const DAY = 25 * 86_400;
// 2024-01-03 06:10:00 UTC.
const NOW = frames(2 * DAY + 25 * 22_200);

function entry(startFrame: number): AsRunEntry {
  const what = { itemId: null, assetId: null, houseId: 'H', title: 'T', kind: 'programme' as const, cause: 'schedule' };
  const place = {
    startsAt: milliseconds(Date.UTC(2024, 0, 1) + startFrame * 40),
    startFrame: frames(startFrame),
    durationFrames: frames(100),
  };
  const none = { plannedStartsAt: null, plannedDurationFrames: null, heldFrames: frames(0), slatedFrames: frames(0) };
  return { ...what, ...place, ...none, outcome: 'aired', reason: 'as-planned' };
}

describe('the reports of the as-run log', () => {
  let station: TestStation;
  let reports: AsRunReports;

  beforeEach(async () => {
    station = openTestStation(NOW);
    reports = new AsRunReports(station.unitOfWork, station.channel);
    const starts = Array.from({ length: 9 }, (_, index) => DAY / 2 + index * 100);
    await station.unitOfWork.run(({ asRun }) => asRun.append([...starts, DAY * 2].map(entry)));
    await sql`DROP TRIGGER as_run_is_never_changed`.execute(station.database.kysely);
  });
  afterEach(() => station.close());

  it('find a whole log whole', async () => {
    expect(await reports.verify()).toEqual({ ok: true, rows: 10, fault: null, firstSeq: 1 });
  });

  it.each([
    ['changed', sql`UPDATE as_run SET title = 'Another' WHERE seq = 4`, { seq: 4, what: 'changed' }],
    ['removed', sql`DELETE FROM as_run WHERE seq = 4`, { seq: 4, what: 'missing' }],
    ['swapped', sql`UPDATE as_run SET seq = CASE seq WHEN 4 THEN -5 ELSE -4 END WHERE seq IN (4, 5)`, { seq: 4, what: 'missing' }],
  ])('find a row that was %s', async (_, tamper, fault) => {
    await tamper.execute(station.database.kysely);
    await sql`UPDATE as_run SET seq = -seq WHERE seq < 0`.execute(station.database.kysely);
    const found = await reports.verify();
    expect(found.ok).toBe(false);
    expect(found.fault?.seq).toBe(fault.seq);
  });

  it.each([
    ['the last rows', sql`DELETE FROM as_run WHERE seq >= 9`, { ok: false, rows: 8, fault: { seq: 9, what: 'cut-off' } }],
    ['every row', sql`DELETE FROM as_run`, { ok: false, rows: 0, fault: { seq: 1, what: 'cut-off' } }],
    ['the first rows', sql`DELETE FROM as_run WHERE seq < 3`, { ok: false, rows: 0, fault: { seq: 1, what: 'missing' } }],
    ['the head of the chain', sql`DELETE FROM as_run_head`, { ok: false, rows: 10, fault: { seq: 11, what: 'cut-off' } }],
    ['the end of the head', sql`UPDATE as_run_head SET last_seq = 3`, { ok: false, rows: 10, fault: { seq: 11, what: 'cut-off' } }],
  ])('miss %s', async (_, tamper, expected) => {
    await tamper.execute(station.database.kysely);
    expect(await reports.verify()).toEqual({ ...expected, firstSeq: 1 });
  });

  it('do not cover over what was cut off when the log goes on', async () => {
    await sql`DELETE FROM as_run WHERE seq >= 9`.execute(station.database.kysely);
    await station.unitOfWork.run(({ asRun }) => asRun.append([entry(DAY * 2 + 500)]));
    expect((await reports.verify()).fault).toEqual({ seq: 9, what: 'missing' });
  });

  it('still follow the chain of a log of which the beginning was put away', async () => {
    const { unitOfWork } = station;
    await unitOfWork.run(({ asRun }) => asRun.prune(entry(DAY / 2 + 350).startsAt));
    expect(await reports.verify()).toEqual({ ok: true, rows: 6, fault: null, firstSeq: 5 });
    await unitOfWork.run(({ asRun }) => asRun.append([entry(DAY * 2 + 500)]));
    await unitOfWork.run(({ asRun }) => asRun.prune(milliseconds(Number.MAX_SAFE_INTEGER)));
    expect(await reports.verify()).toEqual({ ok: true, rows: 1, fault: null, firstSeq: 11 });
  });

  it('count a correction in the place of the row that it names, and keep both', async () => {
    const amend = new AmendAsRun(station.unitOfWork, station.events, SILENT_LOG);
    const order = { outcome: 'missed', reason: 'left-air', note: 'The transmitter was down, "all" of it', by: 'jo' } as const;
    const answer = await amend.run({ ...order, seq: 4 });
    expect(answer).toMatchObject({ ok: true, value: { seq: 11, amends: 4, note: order.note, cause: 'jo', outcome: 'missed' } });
    expect(await amend.run({ ...order, seq: 4 })).toMatchObject({ ok: false, code: 'BAD_INPUT' });
    expect(await amend.run({ ...order, seq: 99 })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    expect(await reports.verify()).toMatchObject({ ok: true, rows: 11 });
    const csv = await reports.csv('2024-01-01');
    expect(csv.split('\r\n')[5]).toContain(',4,"The transmitter was down, ""all"" of it"');
    expect(JSON.parse(await reports.json('2024-01-01')).items).toHaveLength(10);
    await sql`UPDATE as_run SET note = 'Nothing' WHERE seq = 11`.execute(station.database.kysely);
    expect((await reports.verify()).fault).toEqual({ seq: 11, what: 'changed' });
  });

  it('tell an advertiser when its spots aired, on a page to be printed', async () => {
    const { unitOfWork } = station;
    const spot = { kind: 'commercial' as const, assetId: 'asset-7', title: 'Soap <new>', houseId: 'S7' };
    await unitOfWork.run(async ({ asRun, assets }) => {
      await assets.add(sampleAsset(7, { kind: 'commercial', details: { ...NO_DETAILS, advertiser: 'Anna' } }));
      await asRun.append([0, 200, 400].map((at) => ({ ...entry(DAY + at), ...spot })));
    });
    await new AmendAsRun(unitOfWork, station.events, SILENT_LOG).run({
      seq: 12,
      outcome: 'failed',
      reason: 'media-corrupt',
      note: 'Black',
      by: 'jo',
    });
    const affidavits = new Affidavits({ ...station, reports });
    const affidavit = await affidavits.get({ advertiser: 'anna', from: '2024-01-01', to: '2024-01-02' });
    expect(affidavit.plays.map(({ seq, date, localTime }) => [seq, date, localTime])).toEqual([
      [11, '2024-01-01', '00:00:00'],
      [13, '2024-01-01', '00:00:16'],
    ]);
    expect([affidavit.totalMs, affidavit.notAired, affidavit.chain.ok]).toEqual([8000, 1, true]);
    const page = await affidavits.page({ advertiser: 'Anna', from: '2024-01-01', to: '2024-01-01' });
    expect(page).toContain('<td>Soap &lt;new&gt;</td>');
    expect((await affidavits.get({ advertiser: 'Bert', from: '2024-01-01', to: '2024-01-02' })).plays).toEqual([]);
  });

  it('put away each day that is over as a file of its own, once', async () => {
    const folder = join(station.database.folder, 'as-run');
    const timers = { every: () => () => undefined, after: () => () => undefined };
    const keeper = new KeepDailyFiles({ ...station, reports, archive: new DiskAsRunArchive(folder), timers, log: SILENT_LOG });
    await keeper.run();
    expect(readFileSync(join(folder, 'as-run-2024-01-01.csv'), 'utf8').split('\r\n')).toHaveLength(11);
    expect(readFileSync(join(folder, 'as-run-2024-01-02.csv'), 'utf8').split('\r\n')).toHaveLength(3);
    expect(existsSync(join(folder, 'as-run-2024-01-03.csv'))).toBe(false);
  });
});
