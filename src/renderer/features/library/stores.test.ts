import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Import } from '../../../shared/contract/index.ts';
import { type StationCalls, UNREAD } from '../../station-client/index.ts';
import { useImportStore, withJob } from './import-store.ts';
import { useLibraryStore } from './library-store.ts';

const callsWith = (library: object) => ({ library }) as unknown as StationCalls;
const job: Import = { id: 'a', path: '/media', state: 'running', isPaused: false, found: 4, done: 2, failed: [] };

describe('the import queue', () => {
  beforeEach(() => useImportStore.setState({ jobs: [], refused: [] }));

  it('puts a new import first and keeps the others in their place', () => {
    const jobs = withJob(withJob([], job), { ...job, id: 'b' });
    expect(withJob(jobs, { ...job, done: 3 }).map((each) => [each.id, each.done])).toEqual([
      ['b', 2],
      ['a', 3],
    ]);
  });

  it('is not set back by a word that comes late', () => {
    const done = withJob([], { ...job, state: 'done', done: 4 });
    expect(withJob(done, job)).toBe(done);
  });

  it('goes on with the other paths when one is refused', async () => {
    const calls = callsWith({
      startImport: async ({ path }: { path: string }) => {
        if (path === '/bad') throw new ORPCError('NOT_FOUND', { status: 404 });
        return { importId: 'a' };
      },
      getImport: async () => job,
    });
    await useImportStore.getState().start(calls, ['/bad', '/media']);
    expect(useImportStore.getState().refused).toEqual([{ path: '/bad', refusal: expect.objectContaining({ code: 'NOT_FOUND' }) }]);
    expect(useImportStore.getState().jobs).toEqual([job]);
  });
});

describe('the library list', () => {
  beforeEach(() => useLibraryStore.setState({ filter: { search: '', kind: null }, reading: UNREAD, isEmpty: null }));

  it('tells an empty library from a search that finds nothing', async () => {
    const calls = callsWith({
      listAssets: async ({ search }: { search?: string }) => ({ items: search ? [] : [{ id: '1' }], nextCursor: null }),
    });
    await useLibraryStore.getState().setFilter(calls, { search: 'nothing', kind: null });
    expect(useLibraryStore.getState().reading.data?.items).toEqual([]);
    expect(useLibraryStore.getState().isEmpty).toBe(false);
  });

  it('adds the next page to what was read', async () => {
    const calls = callsWith({
      listAssets: async ({ cursor }: { cursor?: string }) =>
        cursor ? { items: [{ id: '2' }], nextCursor: null } : { items: [{ id: '1' }], nextCursor: 'more' },
    });
    await useLibraryStore.getState().load(calls);
    await useLibraryStore.getState().loadMore(calls);
    await useLibraryStore.getState().loadMore(calls);
    expect(useLibraryStore.getState().reading.data).toEqual({ items: [{ id: '1' }, { id: '2' }], nextCursor: null });
  });
});
