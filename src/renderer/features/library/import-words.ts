import type { Import } from '../../../shared/contract/index.ts';

/** How far an import has come, in words. */
export function importWords(job: Import): string {
  if (job.isPaused && (job.state === 'queued' || job.state === 'running')) return `Paused after ${job.done} of ${job.found} files`;
  switch (job.state) {
    case 'queued':
      return 'Waiting';
    case 'running':
      return job.found === 0 ? 'Looking for media…' : `${job.done} of ${job.found} files`;
    case 'done':
      return doneWords(job);
    case 'cancelled':
      return `Cancelled after ${job.done} of ${job.found} files`;
    case 'failed':
      return 'Failed';
  }
}

/** How far an import has come, 0 to 1. */
export function importProgress(job: Import): number {
  if (job.state === 'done') return 1;
  return job.found === 0 ? 0 : job.done / job.found;
}

/** The last part of a path, whichever way its machine writes them. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}

function doneWords(job: Import): string {
  const refused = job.failed.length;
  const taken = job.done - refused;
  if (job.found === 0) return 'No media found';
  const files = `${taken} ${taken === 1 ? 'file' : 'files'} imported`;
  return refused === 0 ? files : `${files}, ${refused} refused`;
}
