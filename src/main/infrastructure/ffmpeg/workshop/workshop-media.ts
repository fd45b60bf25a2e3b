import type { MediaPreviews } from '../../../application/ports/media-previews.ts';
import type { MediaProbe } from '../../../application/ports/media-probe.ts';
import type { MediaScrubs } from '../../../application/ports/media-scrubs.ts';
import type { MediaStills } from '../../../application/ports/media-stills.ts';
import type { MediaWorkshop } from './media-workshop.ts';

/** All that main asks of media files. */
export interface MediaTools {
  readonly probe: MediaProbe;
  readonly stills: MediaStills;
  readonly scrubs: MediaScrubs;
  readonly previews: MediaPreviews;
}

/** The tools of a workshop: the same as FFmpeg's own, in another process. */
export function workshopMedia(workshop: Pick<MediaWorkshop, 'do'>): MediaTools {
  return {
    probe: {
      probe: (path, signal) => workshop.do({ type: 'probe', path }, signal),
      decode: (path, facts, until, signal) => workshop.do({ type: 'decode', path, facts, until }, signal),
    },
    stills: { take: (path, at, signal) => workshop.do({ type: 'still', path, at }, signal) },
    scrubs: { make: (path, order, signal) => workshop.do({ type: 'scrub', path, order }, signal) },
    previews: { make: (path, order, signal) => workshop.do({ type: 'preview', path, order }, signal) },
  };
}
