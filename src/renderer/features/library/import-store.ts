import { create } from 'zustand';
import type { Import } from '../../../shared/contract/index.ts';
import { type RefusalCode, refusalOf, type StationCalls } from '../../station-client/index.ts';

interface ImportStore {
  /** Every import the station told of, latest first. */
  readonly jobs: readonly Import[];
  /** Paths that could not even be handed to the station, and why. */
  readonly refused: readonly { readonly path: string; readonly code: RefusalCode }[];
  readonly hear: (job: Import) => void;
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly start: (calls: StationCalls, paths: readonly string[]) => Promise<void>;
  readonly dismiss: () => void;
}

/** The import queue. */
export const useImportStore = create<ImportStore>((set, get) => ({
  jobs: [],
  refused: [],
  hear: (job) => set(({ jobs }) => ({ jobs: withJob(jobs, job) })),
  load: async (calls) => {
    try {
      const { items } = await calls.library.listImports();
      for (const job of items) get().hear(job);
    } catch (error) {
      // Imports go on without being watched; the next event of each one brings it back into the list.
      set({ refused: [{ path: 'Import queue', code: refusalOf(error) }] });
    }
  },
  start: async (calls, paths) => {
    set({ refused: [] });
    for (const path of paths) {
      try {
        const { importId } = await calls.library.startImport({ path });
        get().hear(await calls.library.getImport({ id: importId }));
      } catch (error) {
        const code = refusalOf(error);
        set(({ refused }) => ({ refused: [...refused, { path, code }] }));
      }
    }
  },
  dismiss: () => set(({ jobs }) => ({ jobs: jobs.filter(isUnderWay), refused: [] })),
}));

/** Whether an import still has something to do. */
export function isUnderWay(job: Import): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/** Jobs with one told anew: in its place when it was there, first when it was not. A word that comes late does not set a job back. */
export function withJob(jobs: readonly Import[], told: Import): readonly Import[] {
  const known = jobs.find((job) => job.id === told.id);
  if (!known) return [told, ...jobs];
  const isLate = (!isUnderWay(known) && isUnderWay(told)) || known.done > told.done;
  return isLate ? jobs : jobs.map((job) => (job.id === told.id ? told : job));
}
