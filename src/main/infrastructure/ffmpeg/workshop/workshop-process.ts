/**
 * The media workshop: a process of its own that starts every FFmpeg with which main looks into files. Main holds a large library in memory, and
 * starting a child copies the tables of that memory while everything else waits; this process is small. It and all it starts give way to the
 * air. Started by `MediaWorkshop`; when main is gone it ends, and takes with it what it started.
 */
import { FfmpegMediaPreviews } from '../ffmpeg-media-previews.ts';
import { FfmpegMediaProbe } from '../ffmpeg-media-probe.ts';
import { FfmpegMediaScrubs } from '../ffmpeg-media-scrubs.ts';
import { FfmpegMediaStills } from '../ffmpeg-media-stills.ts';
import { giveWay } from './give-way.ts';
import type { WorkshopAnswer, WorkshopJob, WorkshopOrder, WorkshopResults } from './workshop-messages.ts';

const [ffmpegPath = '', ffprobePath = ''] = process.argv.slice(2);
const probe = new FfmpegMediaProbe({ ffmpegPath, ffprobePath });
const stills = new FfmpegMediaStills(ffmpegPath);
const scrubs = new FfmpegMediaScrubs(ffmpegPath);
const previews = new FfmpegMediaPreviews({ ffmpegPath, ffprobePath });
const underWay = new Map<number, AbortController>();

giveWay();
process.on('message', (order: WorkshopOrder) => {
  if (order.type === 'stop') underWay.get(order.id)?.abort(new Error('The job was stopped'));
  else void work(order.id, order.job);
});
process.on('disconnect', endWithChildren);

async function work(id: number, job: WorkshopJob): Promise<void> {
  const stop = new AbortController();
  underWay.set(id, stop);
  try {
    answer({ id, ok: true, result: await resultOf(job, stop.signal) });
  } catch (error) {
    if (!stop.signal.aborted) answer({ id, ok: false, failure: failureText(error) });
  } finally {
    underWay.delete(id);
  }
}

function resultOf(job: WorkshopJob, signal: AbortSignal): Promise<WorkshopResults[WorkshopJob['type']]> {
  switch (job.type) {
    case 'probe':
      return probe.probe(job.path, signal);
    case 'decode':
      return probe.decode(job.path, job.facts, job.until, signal);
    case 'still':
      return stills.take(job.path, job.at, signal);
    case 'scrub':
      return scrubs.make(job.path, job.order, signal);
    case 'preview':
      return previews.make(job.path, job.order, signal);
  }
}

function answer(message: WorkshopAnswer): void {
  if (process.connected) process.send?.(message);
}

function failureText(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? `${error.message}: ${String(error.cause)}` : String(error);
}

function endWithChildren(): void {
  for (const stop of underWay.values()) stop.abort(new Error('The station is gone'));
  // The group is this process and what it started. It ends here itself, so that nothing can be started in between.
  if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  process.exit(0);
}
