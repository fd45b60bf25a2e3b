import { create } from 'zustand';
import type { Asset, AssetKind } from '../../../shared/contract/index.ts';
import { type Reading, readAnew, refusalIn, refusalSentence, type StationCalls, UNREAD } from '../../station-client/index.ts';
import { NOTHING_CHOSEN, type Selection, stillListed } from '../../ui/selection.ts';
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
  /** What the station could not read in the search, in a sentence; null when it could. */
  readonly searchFault: string | null;
  readonly selection: Selection;
  readonly layout: 'list' | 'grid';
  readonly choose: (selection: Selection) => void;
  readonly setLayout: (layout: 'list' | 'grid') => void;
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
    searchFault: null,
    selection: NOTHING_CHOSEN,
    layout: 'list',
    choose: (selection) => set({ selection }),
    setLayout: (layout) => set({ layout }),
    setFilter: (calls, filter) => {
      set({ filter });
      return get().load(calls);
    },
    load: async (calls) => {
      const { filter } = get();
      const tellFault = (searchFault: string | null) => get().filter === filter && set({ searchFault });
      await readAnew(access, () => readFirst(calls, filter, get().reading.data?.items.length ?? 0, tellFault), steadyNow);
      const { reading, selection } = get();
      if (reading.data) set({ selection: stillListed(selection, idsOf(reading.data)) });
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

/** The ids of what was read, in its order. */
export function idsOf(pages: AssetPages): readonly string[] {
  return pages.items.map(({ id }) => id);
}

/** Reads the first pages anew: as many as were shown, so that a list that was scrolled stays where it is. */
async function readFirst(calls: StationCalls, filter: LibraryFilter, shown: number, tellFault: (fault: string | null) => void) {
  try {
    const pages = await calls.library.listAssets({ ...query(filter), limit: Math.min(500, Math.max(PAGE_SIZE, shown)) });
    tellFault(null);
    return pages;
  } catch (error) {
    const refusal = refusalIn(error);
    if (refusal.code === 'BAD_INPUT') tellFault(refusalSentence(refusal));
    throw error;
  }
}

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
