import { readFile } from 'node:fs/promises';
import type { RunningStation } from '../../src/main/testing/running-station.ts';
import { processTree } from '../processes/process-entry.ts';
import { takeSnapshot } from '../processes/take-snapshot.ts';
import type { MemorySample } from './memory-trend.ts';
import { readMetrics, readStatusField } from './read-metrics.ts';

/** The figures of a sample, in the order in which they are told, and what one of them is counted in. */
export const SAMPLED = {
  rss: 'MB',
  /** The part of `rss` that no file stands behind: V8's heaps, SQLite's caches, what native code allocated. */
  anonymous: 'MB',
  heapUsed: 'MB',
  heapSize: 'MB',
  external: 'MB',
  threads: '',
  children: '',
  /** Memory of the media workshop and what it started, the engine and its children left out: they have a soak of their own. */
  workshop: 'MB',
  engine: 'MB',
} as const;

/** Looks at the memory of a station's main process and of those that it started. Linux only. */
export async function sampleStation(station: RunningStation, atMs: number): Promise<MemorySample> {
  const response = await fetch(`${station.addresses.api}/metrics`);
  const metrics = readMetrics(await response.text());
  const status = await statusOf(station.pid);
  const tree = processTree(await takeSnapshot(process.platform), station.pid).filter(({ pid }) => pid !== station.pid);
  const residentOf = (pids: readonly number[]) => Promise.all(pids.map(async (pid) => readStatusField(await statusOf(pid), 'VmRSS')));
  const engine = tree.find(({ command }) => command.includes('engine.ts'));
  const workshop = tree.find(({ command }) => command.includes('workshop'));
  const [engineBytes = 0, workshopBytes = 0] = await residentOf([engine?.pid ?? 0, workshop?.pid ?? 0]);
  const figures = {
    rss: readStatusField(status, 'VmRSS'),
    anonymous: readStatusField(status, 'RssAnon'),
    heapUsed: metrics.get('perpetua_main_heap_used_bytes') ?? 0,
    heapSize: metrics.get('perpetua_main_heap_size_bytes') ?? 0,
    external: metrics.get('perpetua_main_external_memory_bytes') ?? 0,
    threads: readStatusField(status, 'Threads'),
    children: tree.length,
    workshop: workshopBytes,
    engine: engineBytes,
  } satisfies Record<keyof typeof SAMPLED, number>;
  return { atMs, figures };
}

/** Empty for a process that has ended, or that there never was. */
async function statusOf(pid: number): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/status`, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}
