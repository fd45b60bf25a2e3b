import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { frameDueAt, frames } from '../../../shared/time/index.ts';
import { findUnsound } from '../../domain/playlog/index.ts';
import { sampleAsset } from '../../infrastructure/sqlite/asset-samples.fixture.ts';
import { openTestStation, type TestStation } from '../../infrastructure/testing/station.fixture.ts';
import { type EditOrder, EditPlaylog } from './edit-playlog.ts';

const START = frames(50_000);

describe('EditPlaylog', () => {
  let station: TestStation;
  let editor: EditPlaylog;

  beforeEach(async () => {
    station = openTestStation(START);
    editor = new EditPlaylog(station);
    await station.unitOfWork.run(async ({ assets }) => {
      for (const number of [1, 2, 3]) await assets.add(sampleAsset(number));
    });
    await station.planAhead.run();
  });
  afterEach(() => station.close());

  const items = () => station.unitOfWork.run(({ playlog }) => playlog.listFrom(station.engine.frame));
  const order = (edits: EditOrder['edits'], change: Partial<EditOrder> = {}): EditOrder => ({
    revision: 1,
    edits,
    overrideSoftLock: false,
    by: 'jo',
    ...change,
  });
  const at = (frame: number) => new Date(frameDueAt(frames(frame), station.channel.rate)).toISOString();
  const insertAt = (frame: number) => order([{ op: 'insert', assetId: 'asset-3', at: at(frame) }]);

  it('changes the playlog in one revision, and the planner leaves what was placed', async () => {
    expect(await editor.edit(insertAt(START + 1000))).toEqual({ ok: true, value: { revision: 2, dropped: [] } });
    const placed = (await items()).find(({ startFrame }) => startFrame === START + 1000);
    expect(placed).toMatchObject({ assetId: 'asset-3', startMode: 'fixed', origin: { placedBy: 'jo' } });
    expect(findUnsound(await items())).toBeNull();
    await station.unitOfWork.run(({ assets }) => assets.add(sampleAsset(4)));
    await station.planAhead.run();
    expect((await items()).find(({ id }) => id === placed?.id)).toEqual(placed);
    expect(findUnsound(await items())).toBeNull();
    expect(station.events.all.filter(({ type }) => type === 'playlog-changed').length).toBeGreaterThan(1);
  });

  it('places a live input that is on, takes it back, and has the planner leave it even when it is off later', async () => {
    const insert = order([{ op: 'insert', inputId: 'studio', durationFrames: frames(750), at: at(START + 1000) }]);
    const refusal = { ok: false, code: 'NOT_FOUND', field: 'edits.0.inputId' };
    expect(await editor.edit(insert)).toMatchObject(refusal);
    station.liveInputs.push({ id: 'studio', name: 'Studio', enabled: false });
    expect(await editor.edit(insert)).toMatchObject(refusal);
    station.liveInputs.splice(0, 1, { id: 'studio', name: 'Studio', enabled: true });
    const before = await items();
    expect(await editor.edit(insert)).toMatchObject({ ok: true });
    const placed = (await items()).find(({ inputId }) => inputId === 'studio');
    expect(placed).toMatchObject({ title: 'Studio', startFrame: START + 1000, durationFrames: 750, origin: { placedBy: 'jo' } });
    expect(await editor.undo()).toMatchObject({ ok: true });
    expect(await items()).toEqual(before);
    expect(await editor.redo()).toMatchObject({ ok: true });
    station.liveInputs.splice(0, 1);
    await station.unitOfWork.run(({ assets }) => assets.add(sampleAsset(4)));
    await station.planAhead.run();
    expect((await items()).find(({ inputId }) => inputId === 'studio')).toEqual(placed);
    expect(findUnsound(await items())).toBeNull();
  });

  it('refuses a stale revision, and all of it when one edit can not be', async () => {
    const before = await items();
    expect(await editor.edit(order([], { revision: 0 }))).toMatchObject({ ok: false, code: 'STALE_REVISION' });
    const remove = before[50]?.id ?? '';
    const edits: EditOrder['edits'] = [
      { op: 'remove', itemId: remove },
      { op: 'remove', itemId: 'nobody' },
    ];
    expect(await editor.edit(order(edits))).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'edits.1.itemId' });
    expect(await items()).toEqual(before);
  });

  it('refuses inside the lock window: its soft part unless somebody is sure, its hard part always', async () => {
    expect(await editor.edit(insertAt(START + 20 * 25))).toMatchObject({ ok: false, code: 'LOCKED' });
    expect(await editor.edit({ ...insertAt(START + 3 * 25), overrideSoftLock: true })).toMatchObject({ ok: false, code: 'LOCKED' });
    expect(await editor.edit({ ...insertAt(START + 20 * 25), overrideSoftLock: true })).toMatchObject({ ok: true });
  });

  it('undoes and does again, each as a revision, until something else was changed there', async () => {
    const before = await items();
    await editor.edit(insertAt(START + 1000));
    const after = await items();
    expect(await editor.undo()).toMatchObject({ ok: true, value: { revision: 3 } });
    expect(await items()).toEqual(before);
    expect(await editor.redo()).toMatchObject({ ok: true, value: { revision: 4 } });
    expect(await items()).toEqual(after);
    expect(await editor.redo()).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    await station.unitOfWork.run(({ playlog }) =>
      playlog.setDuration(after.find(({ startFrame }) => startFrame === START + 1000)?.id ?? '', frames(7)),
    );
    expect(await editor.undo()).toMatchObject({ ok: false, code: 'STALE_REVISION' });
  });

  it('undoes and does again although the playlog was planned on meanwhile: what follows comes nearer, or makes room', async () => {
    const after = (await items()).find(({ startFrame }) => startFrame > START + 3 * 3600 * 25);
    const before = await items();
    expect(await editor.edit(order([{ op: 'insert', assetId: 'asset-3', afterItemId: after?.id }]))).toMatchObject({ ok: true });
    station.engine.frame = frames(START + 2 * 3600 * 25);
    await station.planAhead.topUp();
    const extended = await items();
    expect(extended.at(-1)?.startFrame).toBeGreaterThan(before.at(-1)?.startFrame ?? Number.POSITIVE_INFINITY);
    expect(await editor.undo()).toMatchObject({ ok: true });
    const undone = await items();
    expect(findUnsound(undone)).toBeNull();
    const standing = before.filter(({ id }) => undone.some((item) => item.id === id));
    expect(undone.slice(0, standing.length)).toEqual(standing);
    expect(await editor.redo()).toMatchObject({ ok: true });
    expect(await items()).toEqual(extended);
  });
});
