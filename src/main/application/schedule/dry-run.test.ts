import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frames } from '../../../shared/time/index.ts';
import { planOf } from '../../domain/schedule/planning.fixture.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { DayQueries } from './day-queries.ts';
import { DryRun } from './dry-run.ts';
import { PlanService } from './plan-service.ts';

// 2024-01-01 00:33:20 UTC.
const START = frames(50_000);

describe('a plan that is only tried', () => {
  let station: TestStation;
  let dryRun: DryRun;

  beforeEach(async () => {
    station = openTestStation(START);
    dryRun = new DryRun(station);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3]) await assets.add(sampleAsset(number));
    });
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  it('says what it would change and which rules it would relax, and changes nothing', async () => {
    const { unitOfWork } = station;
    const before = await unitOfWork.run(({ playlog }) => playlog.revision());
    const outcome = await dryRun.run(planOf({}), 3);
    expect(outcome.relaxed).toEqual([{ rule: 'Repeated within its cooldown: nothing else was left', count: outcome.itemCount }]);
    const [finding, ...others] = outcome.findings;
    expect(finding).toEqual({ ...outcome.relaxed[0], daypartId: planOf({}).dayparts[0]?.id, firstAt: outcome.from });
    expect(others).toEqual([]);
    expect([outcome.added, outcome.removed, outcome.slateFrames]).toEqual([0, 0, 0]);
    expect(outcome.kept).toBe(outcome.itemCount);
    const empty = await dryRun.run(planOf({ watershed: [], dayStartsAt: '05:00' }), 3);
    expect(empty.programmes[0]).toMatchObject({ durationFrames: 250, startMode: 'follow' });
    expect(await unitOfWork.run(({ playlog }) => playlog.revision())).toBe(before);
  });

  it('becomes days: those in the playlog, and those that the plan would make', async () => {
    await new PlanService({ ...station, log: SILENT_LOG }).put(planOf({ dayStartsAt: '06:00' }), null, 'jo');
    const days = new DayQueries(station);
    const far = await days.get('2024-01-05');
    if (!far.ok) throw new Error(far.message);
    expect(far.value).toMatchObject({ startsAt: '2024-01-05T06:00:00.000Z', endsAt: '2024-01-06T06:00:00.000Z' });
    expect(far.value.plannedUntil < far.value.startsAt).toBe(true);
    expect(far.value.programmes.length).toBe(8640);
    expect(await days.get('2025-01-01')).toMatchObject({ ok: false, field: 'date' });
  });
});
