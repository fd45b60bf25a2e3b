import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames, milliseconds } from '../../../shared/time/index.ts';
import type { AsRunEntry } from '../../domain/as-run/index.ts';
import { DiskAsRunArchive } from '../../infrastructure/file-system/disk-as-run-archive.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { AsRunReports, KeepDailyFiles } from './index.ts';

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
    expect(await reports.verify()).toEqual({ ok: true, rows: 10, fault: null });
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
