import { create } from 'zustand';
import type { Import } from '../../../shared/contract/index.ts';
import { type Refusal, refusalIn, type StationCalls } from '../../station-client/index.ts';

interface ImportStore {
  /** Every import the station told of, latest first. */
  readonly jobs: readonly Import[];
  /** Paths that could not even be handed to the station, and why. */
  readonly refused: readonly { readonly path: string; readonly refusal: Refusal }[];
  readonly hear: (job: Import) => void;
  readonly load: (calls: StationCalls) => Promise<void>;
  readonly start: (calls: StationCalls, paths: readonly string[]) => Promise<void>;
  /** Pauses, resumes, cancels or retries an import. */
  readonly steer: (job: Import, call: () => Promise<Import>) => Promise<void>;
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
      set({ refused: [{ path: 'Import queue', refusal: refusalIn(error) }] });
    }
  },
  start: async (calls, paths) => {
    set({ refused: [] });
    for (const path of paths) {
      try {
        const { importId } = await calls.library.startImport({ path });
        get().hear(await calls.library.getImport({ id: importId }));
      } catch (error) {
        const refusal = refusalIn(error);
        set(({ refused }) => ({ refused: [...refused, { path, refusal }] }));
      }
    }
  },
  steer: async (job, call) => {
    try {
      const told = await call();
      set(({ jobs }) => ({ jobs: jobs.map((each) => (each.id === told.id ? told : each)) }));
    } catch (error) {
      set(({ refused }) => ({
        refused: [...refused.filter(({ path }) => path !== job.path), { path: job.path, refusal: refusalIn(error) }],
      }));
    }
  },
  dismiss: () => set(({ jobs }) => ({ jobs: jobs.filter(isUnderWay), refused: [] })),
}));

/** Whether an import still has something to do. */
export function isUnderWay(job: Import): boolean {
  return job.state === 'queued' || job.state === 'running';
}

/** Jobs with one told anew: in its place when it was there, first when it was not. A word that comes late does not set a job back; a retry of what was refused does. */
export function withJob(jobs: readonly Import[], told: Import): readonly Import[] {
  const known = jobs.find((job) => job.id === told.id);
  if (!known) return [told, ...jobs];
  const isRetried = told.failed.length < known.failed.length;
  const isLate = !isRetried && ((!isUnderWay(known) && isUnderWay(told)) || known.done > told.done);
  return isLate ? jobs : jobs.map((job) => (job.id === told.id ? told : job));
}
