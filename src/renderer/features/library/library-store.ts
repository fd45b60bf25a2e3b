import { create } from 'zustand';
import type { Asset, AssetKind } from '../../../shared/contract/index.ts';
import { type Reading, readAnew, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { steadyNow } from '../../ui/use-now.ts';

const PAGE_SIZE = 200;

/** What the list is narrowed to. */
export interface LibraryFilter {
  readonly search: string;
  readonly kind: AssetKind | null;
}

/** The part of the list that was read so far, and where the rest begins. */
export interface AssetPages {
  readonly items: readonly Asset[];
  readonly nextCursor: string | null;
}

interface LibraryStore {
  readonly filter: LibraryFilter;
  readonly reading: Reading<AssetPages>;
  /** Whether the whole library is empty, whatever the filter; null until that is known. */
  readonly isEmpty: boolean | null;
  readonly setFilter: (calls: StationCalls, filter: LibraryFilter) => Promise<void>;
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly loadMore: (calls: StationCalls) => Promise<void>;
}

/** The library as listed. */
export const useLibraryStore = create<LibraryStore>((set, get) => {
  const access = { get: () => get().reading, set: (reading: Reading<AssetPages>) => set({ reading }) };
  return {
    filter: { search: '', kind: null },
    reading: UNREAD,
    isEmpty: null,
    setFilter: (calls, filter) => {
      set({ filter });
      return get().load(calls);
    },
    load: async (calls) => {
      const { filter } = get();
      await readAnew(access, () => calls.library.listAssets(query(filter)), steadyNow);
      const { reading } = get();
      if (reading.data && reading.refusal === null && isUnfiltered(filter)) set({ isEmpty: reading.data.items.length === 0 });
      else if (get().isEmpty !== false) set({ isEmpty: await asksEmpty(calls, get().isEmpty) });
    },
    loadMore: async (calls) => {
      const { filter, reading } = get();
      const before = reading.data;
      if (!before?.nextCursor) return;
      const cursor = before.nextCursor;
      await readAnew(access, async () => joined(before, await calls.library.listAssets({ ...query(filter), cursor })), steadyNow);
    },
  };
});

function query(filter: LibraryFilter) {
  const search = filter.search.trim();
  return { limit: PAGE_SIZE, ...(search === '' ? {} : { search }), ...(filter.kind === null ? {} : { kind: filter.kind }) };
}

function isUnfiltered(filter: LibraryFilter): boolean {
  return filter.search.trim() === '' && filter.kind === null;
}

function joined(before: AssetPages, more: AssetPages): AssetPages {
  return { items: [...before.items, ...more.items], nextCursor: more.nextCursor };
}

async function asksEmpty(calls: StationCalls, before: boolean | null): Promise<boolean | null> {
  try {
    return (await calls.library.listAssets({ limit: 1 })).items.length === 0;
  } catch {
    // The list itself shows that the station does not answer; whether the library is empty stays as it was known.
    return before;
  }
}
