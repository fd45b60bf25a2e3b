import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Plan } from '../../../shared/contract/plan.ts';
import { frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { endFrame, type PlaylogItem } from '../../domain/playlog/index.ts';
import { planOf } from '../../domain/schedule/planning.fixture.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, SILENT_LOG, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { GuideQueries } from '../guide/index.ts';
import { EditPlaylog, PlaylogQueries } from '../playlog/index.ts';
import { DryRun } from './dry-run.ts';
import { PlanService } from './plan-service.ts';

// 2024-01-01 00:33:20 UTC.
const START = frames(50_000);
const HOUR = 90_000;
/** 01:00. */
const ONE = HOUR;
const STUDIO = { id: 'studio', name: 'Studio', enabled: true };
const EVERY_DAY = { type: 'weekly', days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };

function planWith(inputId: string, to: string): Plan {
  const live = { id: 'live', name: 'Council', when: EVERY_DAY, from: '01:00', to, start: 'fixed', selection: { type: 'live', inputId } };
  return planOf({ dayparts: [...planOf({}).dayparts.map((daypart) => ({ ...daypart })), { ...live, priority: 1 }] });
}

describe('a live input in a daypart', () => {
  let station: TestStation;
  let plans: PlanService;

  beforeEach(async () => {
    station = openTestStation(START);
    plans = new PlanService({ ...station, log: SILENT_LOG });
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3]) {
        const asset = sampleAsset(number);
        await assets.add({ ...asset, media: { ...asset.media, duration: milliseconds(600_000) } });
      }
    });
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  const setInput = async (...inputs: readonly (typeof STUDIO)[]) => {
    station.liveInputs.splice(0, station.liveInputs.length, ...inputs);
    return station.planAhead.run();
  };
  const list = () => {
    const { unitOfWork, clock, channel, rules, inputs } = station;
    return new PlaylogQueries(unitOfWork, clock, channel, rules.lockWindow, inputs).list({});
  };
  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(station.engine.frame));
  const tonight = async (): Promise<PlaylogItem | undefined> => (await items()).find(({ startFrame }) => startFrame === ONE);

  it('is refused when the station has no such input, and the field is named', async () => {
    const refusal = { ok: false, code: 'BAD_INPUT', field: 'dayparts.1.selection.inputId', message: 'There is no live input of that id' };
    expect(await plans.put(planWith('studio', '02:00'), null, 'jo')).toEqual(refusal);
    expect((await plans.get()).revision).toBe(0);
  });

  it('stands in playlog, guide, rundown and as-run log as one programme of its name, from the start of the daypart to its end', async () => {
    await setInput(STUDIO);
    expect(await plans.put(planWith('studio', '02:00'), null, 'jo')).toMatchObject({ ok: true });
    const item = await tonight();
    expect(item).toMatchObject({ durationFrames: HOUR, kind: 'programme', title: 'Studio', assetId: null, inputId: 'studio' });
    expect(item?.explanation).toMatchObject({ rule: 'Council: the live input Studio', relaxed: null });
    const listed = await list();
    expect(listed.items.find(({ startFrame }) => startFrame === ONE)).toMatchObject({ inputId: 'studio', startMode: 'fixed' });
    expect(await new GuideQueries(station).xmltv()).toMatch(
      /start="20240101010000 \+0000" stop="20240101020000 \+0000" channel="perpetua">\s*<title>Studio</,
    );
    await station.feeder.run();
    const told = station.engine.rundown.items.find(({ startFrame }) => startFrame === ONE);
    expect(told).toMatchObject({ title: 'Studio', source: { type: 'live', inputId: 'studio' } });
    station.engine.write({ type: 'on-air', frame: frames(ONE), lostFrom: null, rate: '25/1' });
    station.engine.air(ONE, ONE + HOUR);
    await station.takeInEvidence.run();
    const [from, until] = [frameDueAt(frames(ONE), station.channel.rate), frameDueAt(frames(ONE + HOUR), station.channel.rate)];
    const rows = await station.unitOfWork.run(({ asRun }) => asRun.listBetween(from, until, 10));
    expect(rows).toMatchObject([{ title: 'Studio', kind: 'programme', assetId: null, outcome: 'aired', durationFrames: HOUR }]);
  });

  it('is planned anew when the input goes, comes back or gets another name, and else stands', async () => {
    await setInput(STUDIO);
    await plans.put(planWith('studio', '02:00'), null, 'jo');
    expect(await station.planAhead.run()).toBeNull();
    await setInput({ ...STUDIO, enabled: false });
    expect(await tonight()).toMatchObject({
      inputId: null,
      explanation: { relaxed: 'The station has no such live input, or it is off: any programme stands in' },
    });
    await setInput();
    await setInput(STUDIO);
    expect(await tonight()).toMatchObject({ inputId: 'studio', durationFrames: HOUR });
    await setInput({ ...STUDIO, name: 'Town hall' });
    expect(await tonight()).toMatchObject({ inputId: 'studio', title: 'Town hall' });
    expect(await station.planAhead.run()).toBeNull();
  });

  it('keeps nobody from changing the plan once it was removed, and a dry run says so of its daypart', async () => {
    await setInput(STUDIO);
    await plans.put(planWith('studio', '02:00'), null, 'jo');
    await setInput();
    expect(await plans.put(planWith('studio', '03:00'), null, 'jo')).toMatchObject({ ok: true });
    const { findings, slateFrames } = await new DryRun(station).run(planWith('studio', '03:00'), 24);
    expect(slateFrames).toBe(0);
    expect(findings).toContainEqual({
      daypartId: 'live',
      rule: 'The station has no such live input, or it is off: any programme stands in',
      count: expect.any(Number),
      firstAt: '2024-01-01T01:00:00.000Z',
    });
  });

  it('that a person moved stays, and says so when its input is gone', async () => {
    await setInput(STUDIO);
    await plans.put(planWith('studio', '02:00'), null, 'jo');
    const revision = await station.unitOfWork.run(({ playlog }) => playlog.revision());
    const move = { op: 'move', itemId: (await tonight())?.id ?? '', at: '2024-01-01T05:00:00.000Z' } as const;
    expect(await new EditPlaylog(station).edit({ revision, edits: [move], overrideSoftLock: false, by: 'jo' })).toMatchObject({ ok: true });
    const moved = async () => (await list()).items.find(({ placedBy, inputId }) => placedBy === 'jo' && inputId === 'studio');
    expect(await moved()).toMatchObject({ startFrame: 5 * HOUR, durationFrames: HOUR, breach: null });
    await setInput();
    expect(await moved()).toMatchObject({ startFrame: 5 * HOUR, breach: 'The station has no such live input, or it is off' });
  });

  it('that is on air ends where a new plan says, without a seam before', async () => {
    await setInput(STUDIO);
    await plans.put(planWith('studio', '02:00'), null, 'jo');
    const before = await tonight();
    station.engine.frame = frames(ONE + 20 * 1500);
    expect(await new DryRun(station).run(planWith('studio', '02:00'), 24)).toMatchObject({ added: 0, removed: 0 });
    await plans.put(planWith('studio', '01:30'), null, 'jo');
    const [onAir, next] = await items();
    expect(onAir).toMatchObject({ id: before?.id, durationFrames: HOUR / 2 });
    expect(next).toMatchObject({ startFrame: ONE + HOUR / 2, inputId: null });
    await plans.put(planWith('studio', '04:00'), null, 'jo');
    const [longer, after] = await items();
    expect(longer).toMatchObject({ id: before?.id, durationFrames: 3 * HOUR });
    expect(after?.startFrame).toBe(longer === undefined ? null : endFrame(longer));
  });
});
