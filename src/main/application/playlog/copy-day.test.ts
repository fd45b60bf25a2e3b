import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Frames, firstFrameFrom, frameDueAt, frames, milliseconds } from '../../../shared/time/index.ts';
import { broadcastDay } from '../../../shared/time/station-calendar.ts';
import { type Asset, assetId, NO_DETAILS } from '../../domain/library/index.ts';
import { findUnsound, type PlaylogItem } from '../../domain/playlog/index.ts';
import { defaultPlan } from '../../domain/schedule/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { CopyDay, type CopyDayOrder } from './copy-day.ts';
import { EditPlaylog } from './edit-playlog.ts';

// 00:33:20 of 2024-01-01, UTC.
const START = frames(50_000);
const DAY = 86_400 * 25;
const PLAN = defaultPlan('UTC');

describe('CopyDay', () => {
  let station: TestStation;
  let copies: CopyDay;
  let editor: EditPlaylog;

  const long = (number: number, minutes: number, change: Partial<Asset> = {}) => {
    const asset = sampleAsset(number, change);
    return { ...asset, media: { ...asset.media, duration: milliseconds(minutes * 60_000) } };
  };

  beforeEach(async () => {
    station = openTestStation(START);
    copies = new CopyDay(station);
    editor = new EditPlaylog(station);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3, 4, 5]) await assets.add(long(number, 37 + number * 7));
      await assets.add(long(6, 1, { kind: 'promo' }));
      await assets.add(long(7, 1, { kind: 'commercial' }));
    });
    await station.planAhead.reach(frames(START + 4 * DAY));
  });
  afterEach(() => station.close());

  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(station.engine.frame));
  const order = async (change: Partial<CopyDayOrder> = {}): Promise<CopyDayOrder> => {
    const revision = await station.unitOfWork.run(({ playlog }) => playlog.revision());
    return { from: '2024-01-01', to: '2024-01-02', what: 'programmes', revision, leaveOut: false, by: 'jo', ...change };
  };
  const dayOf = async (date: string): Promise<readonly PlaylogItem[]> => {
    const { startsAt, endsAt } = broadcastDay(PLAN, date);
    const [from, until] = [firstFrameFrom(startsAt, station.channel.rate), firstFrameFrom(endsAt, station.channel.rate)];
    return (await items()).filter(({ startFrame }) => startFrame >= from && startFrame < until);
  };
  const programmes = (day: readonly PlaylogItem[]) =>
    day.filter(({ kind }) => kind === 'programme').map(({ startFrame, assetId: id }) => [startFrame, id] as const);
  const later = (places: readonly (readonly [Frames, string | null])[], by: number) => places.map(([at, id]) => [at + by, id]);

  it('places the programmes of a day at the same times of another one, and leaves what comes after it as it was', async () => {
    const before = await items();
    const source = programmes(await dayOf('2024-01-01'));
    const answer = await copies.copy(await order());
    expect(answer).toMatchObject({ ok: true, value: { copied: source.length, leftOut: [], dropped: [] } });
    const after = await items();
    expect(findUnsound(after)).toBeNull();
    const copied = await dayOf('2024-01-02');
    const placed = copied.filter(({ origin }) => origin.placedBy === 'jo');
    expect(programmes(placed)).toEqual(later(source, DAY));
    // Its breaks are made by the plan, with a spot in each.
    const spots = copied.filter(({ kind, origin }) => kind === 'commercial' && origin.placedBy === null && origin.breakId !== null);
    expect(spots.length).toBeGreaterThanOrEqual(source.length - 1);
    const end = firstFrameFrom(broadcastDay(PLAN, '2024-01-02').endsAt, station.channel.rate);
    // The last programme of the day may reach into the next one.
    const tail = before.filter(({ startFrame }) => startFrame >= end + DAY / 8);
    expect(after.slice(-tail.length)).toEqual(tail);
  });

  it('is left alone by the planner', async () => {
    await copies.copy(await order({ what: 'everything' }));
    const after = await items();
    expect(await station.planAhead.runAnew()).toMatchObject({ revision: expect.any(Number) });
    const placed = after.filter(({ origin }) => origin.placedBy === 'jo');
    const planned = await items();
    expect(planned.filter(({ origin }) => origin.placedBy === 'jo')).toEqual(placed);
    expect(findUnsound(planned)).toBeNull();
  });

  it('is taken back and made again', async () => {
    const before = await items();
    await copies.copy(await order());
    const after = await items();
    expect(await editor.undo()).toMatchObject({ ok: true });
    expect(await items()).toEqual(before);
    expect(await editor.redo()).toMatchObject({ ok: true });
    expect(await items()).toEqual(after);
  });

  it('reaches days that are not planned yet, and keeps them when it plans on', async () => {
    const source = programmes(await dayOf('2024-01-01'));
    expect(await copies.copy(await order({ to: '2024-01-08' }))).toMatchObject({ ok: true });
    const placed = async () => programmes((await dayOf('2024-01-08')).filter(({ origin }) => origin.placedBy === 'jo'));
    expect(await placed()).toEqual(later(source, 7 * DAY));
    await station.unitOfWork.run(({ assets }) => assets.add(long(8, 30)));
    await station.planAhead.run();
    expect(await placed()).toEqual(later(source, 7 * DAY));
    expect(findUnsound(await items())).toBeNull();
  });

  it('is refused as a whole when something may not air there, says what, and leaves it out when told to', async () => {
    const rightsUntil = frameDueAt(frames(START + DAY), station.channel.rate);
    await station.unitOfWork.run(async ({ assets }) => {
      const [one, two] = [await assets.get(assetId('asset-1')), await assets.get(assetId('asset-2'))];
      if (one !== null) await assets.update({ ...one, details: { ...NO_DETAILS, rightsUntil } });
      if (two !== null) await assets.update({ ...two, binnedAt: milliseconds(1) });
    });
    const before = await items();
    const refusal = await copies.copy(await order());
    expect(refusal).toMatchObject({ ok: false, code: 'MAY_NOT_AIR', field: 'to' });
    expect(refusal.ok ? '' : refusal.message).toContain('“Title 1”: Its rights will have ended');
    expect(await items()).toEqual(before);

    const trial = await copies.dryRun(await order());
    const leftOut = trial.ok ? trial.value.leftOut : [];
    expect(new Set(leftOut.map(({ title }) => title))).toEqual(new Set(['Title 1', 'Title 2']));
    expect(await copies.copy(await order({ leaveOut: true }))).toMatchObject({ ok: true, value: { leftOut } });
    const placed = (await items()).filter(({ origin }) => origin.placedBy === 'jo').map(({ title }) => title);
    expect(new Set(placed)).toEqual(new Set(['Title 3', 'Title 4', 'Title 5']));
  });

  it('is refused for a day that is past or locked, too far ahead, empty, or changed meanwhile', async () => {
    expect(await copies.copy(await order({ to: '2023-12-30' }))).toMatchObject({ ok: false, code: 'LOCKED', field: 'to' });
    expect(await copies.copy(await order({ from: '2024-01-02', to: '2024-01-01', revision: 0 }))).toMatchObject({ code: 'STALE_REVISION' });
    expect(await copies.copy(await order({ to: '2024-02-01' }))).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'to' });
    expect(await copies.copy(await order({ to: '2024-01-01' }))).toMatchObject({ ok: false, code: 'BAD_INPUT', field: 'to' });
    expect(await copies.copy(await order({ from: '2023-11-01' }))).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'from' });
    station.engine.frame = frames(START + DAY / 2);
    expect(await copies.copy(await order({ from: '2024-01-02', to: '2024-01-01' }))).toMatchObject({ ok: false, code: 'LOCKED' });
    const rest = await copies.copy(await order({ from: '2024-01-02', to: '2024-01-01', leaveOut: true }));
    expect(rest).toMatchObject({ ok: true });
    expect(findUnsound(await items())).toBeNull();
  });

  it('tells what people had placed where the copy goes', async () => {
    const [target] = (await dayOf('2024-01-02')).slice(4);
    const at = new Date(frameDueAt(target?.startFrame ?? START, station.channel.rate)).toISOString();
    const { revision } = await order();
    await editor.edit({ revision, edits: [{ op: 'insert', assetId: 'asset-5', at }], overrideSoftLock: false, by: 'ann' });
    expect(await copies.copy(await order({ what: 'everything' }))).toMatchObject({ ok: true, value: { dropped: [{ title: 'Title 5' }] } });
  });
});
