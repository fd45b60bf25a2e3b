import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { type StationCalls, UNREAD } from '../../station-client/index.ts';
import { NOTHING_CHOSEN } from '../../ui/selection.ts';
import { openScheduleDesk } from './schedule-desk.ts';
import { scheduleItem } from './schedule-item.fixture.ts';
import { useScheduleStore } from './schedule-store.ts';

const DATE = '2026-05-01';
const STARTS = Date.parse(`${DATE}T00:00:00Z`);
const item = (id: string, place: number, lengthFrames = 100): PlaylogItem => ({
  ...scheduleItem(id, place * 100, lengthFrames),
  startsAt: new Date(STARTS + place * 4000).toISOString(),
});

/** A station whose playlog is a list that edits remove from; `planner` is what it does behind a person's back. */
function stationWith(...items: readonly PlaylogItem[]) {
  const kept = { revision: 1, items: [...items], reads: 0, edits: 0 };
  const planner = { beforeEdit: () => {} };
  const calls = {
    schedule: { getPlan: async () => ({ zone: 'UTC', dayStartsAt: '00:00' }) },
    asRun: { list: async () => ({ items: [] }) },
    playlog: {
      list: async () => {
        kept.reads += 1;
        return { revision: kept.revision, lockWindowMs: 30_000, items: [...kept.items] };
      },
      edit: async ({ revision, edits }: { revision: number; edits: readonly { readonly itemId: string }[] }) => {
        planner.beforeEdit();
        if (revision !== kept.revision) throw new ORPCError('STALE_REVISION', { status: 409, message: 'Changed' });
        kept.edits += 1;
        kept.revision += 1;
        kept.items = kept.items.filter(({ id }) => !edits.some(({ itemId }) => itemId === id));
        return { revision: kept.revision, dropped: [] };
      },
      undo: async () => {
        kept.revision += 1;
        return { revision: kept.revision, dropped: [] };
      },
    },
  } as unknown as StationCalls;
  return { kept, planner, calls };
}

describe('the schedule', () => {
  const store = () => useScheduleStore.getState();
  const choose = (id: string) => store().select({ ids: new Set([id]), anchor: id, lead: id });
  const ids = () => store().reading.data?.items.map(({ id }) => id);
  beforeEach(() =>
    useScheduleStore.setState({ reading: UNREAD, date: DATE, selection: NOTHING_CHOSEN, dragged: null, outcome: { state: 'none' } }),
  );

  it('says that a change is done once the day that it made is in sight', async () => {
    const { calls } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    const done = store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'a' }], false);
    expect(await done).toBe(true);
    expect(store().outcome).toEqual({ state: 'done', what: 'Remove', dropped: [], note: null });
    expect(ids()).toEqual(['b']);
    expect(store().reading.data?.revision).toBe(2);
  });

  it('makes a change although the planner changed something else meanwhile, once', async () => {
    const { calls, kept, planner } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    planner.beforeEdit = () => {
      planner.beforeEdit = () => {};
      kept.items.push(item('c', 2));
      kept.revision += 1;
    };
    expect(await store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'a' }], false)).toBe(true);
    expect(kept.edits).toBe(1);
    expect(ids()).toEqual(['b', 'c']);
  });

  it('refuses a change of what the planner changed meanwhile, and shows it as it is now', async () => {
    const { calls, kept, planner } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    planner.beforeEdit = () => {
      kept.items = [item('a', 0, 50)];
      kept.revision += 1;
    };
    expect(await store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'a' }], false)).toBe(false);
    expect(store().outcome).toMatchObject({ state: 'refused', refusal: { code: 'STALE_REVISION' } });
    expect(store().reading.data?.items[0]?.durationFrames).toBe(50);
    expect(kept.edits).toBe(0);
  });

  it('makes changes one after the other, each on the one before it', async () => {
    const { calls } = stationWith(item('a', 0), item('b', 1), item('c', 2));
    await store().load(calls);
    const both = [
      store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'a' }], false),
      store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'c' }], false),
      store().undo(calls),
    ];
    expect(await Promise.all(both)).toEqual([true, true, true]);
    expect(ids()).toEqual(['b']);
    expect(store().outcome).toMatchObject({ what: 'Undo', state: 'done' });
  });

  it('gives a command to what was selected when it was given, whatever is selected by its turn', async () => {
    const { calls } = stationWith(item('a', 0), item('b', 1), item('c', 2));
    await store().load(calls);
    const desk = openScheduleDesk(calls);
    const first = store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'c' }], false);
    choose('a');
    const removed = desk.remove();
    choose('b');
    await Promise.all([first, removed]);
    expect(ids()).toEqual(['b']);
  });

  it('tells when what a command was given to is gone by its turn', async () => {
    const { calls } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    choose('a');
    const first = store().edit(calls, 'Remove', [{ op: 'remove', itemId: 'a' }], false);
    expect(await openScheduleDesk(calls).duplicate()).toBe(false);
    await first;
    expect(store().outcome).toMatchObject({ state: 'refused', what: 'Duplicate' });
  });

  it('lets nothing move under the pointer while something is dragged', async () => {
    const { calls, kept } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    store().drag({ type: 'items', items: [item('a', 0)] });
    kept.items = [item('b', 0)];
    kept.revision = 2;
    await store().load(calls);
    expect(ids()).toEqual(['a', 'b']);
    store().drag(null);
    expect(ids()).toEqual(['b']);
  });

  it('reads at most once more for all that happens while it reads', async () => {
    const { calls, kept } = stationWith(item('a', 0));
    await Promise.all([store().load(calls), store().load(calls), store().load(calls), store().load(calls)]);
    expect(kept.reads).toBe(2);
  });

  it('lets go of selected items that are no longer there', async () => {
    const { calls, kept } = stationWith(item('a', 0), item('b', 1));
    await store().load(calls);
    store().select({ ids: new Set(['a', 'b']), anchor: 'a', lead: 'b' });
    kept.items = [item('b', 1)];
    await store().load(calls);
    expect([...store().selection.ids]).toEqual(['b']);
  });
});
