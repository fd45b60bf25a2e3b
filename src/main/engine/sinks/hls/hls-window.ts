import { z } from 'zod';
import { framesSchema } from '../../../../shared/contract/quantities.ts';

/** A segment on disk. */
export const hlsSegmentSchema = z.object({
  /** Its place in the stream since the beginning (RFC 8216, 3: Media Sequence Number). */
  sequence: z.int().min(0),
  /** Its file's name. A name is never used twice, so that a cache may keep it. */
  name: z.string().regex(/^segment-\d+-\d+\.(?:ts|m4s)$/),
  /** The channel's frame it starts with. */
  startFrame: framesSchema,
  durationFrames: framesSchema,
  byteLength: z.int().min(1),
  /** Whether its timestamps do not go on from the segment before (EXT-X-DISCONTINUITY). */
  isDiscontinuous: z.boolean(),
  /** The file that players read ahead of it (EXT-X-MAP); null: none. */
  map: z
    .string()
    .regex(/^init-[0-9a-f]+\.mp4$/)
    .nullable()
    .default(null),
});
export type HlsSegment = z.infer<typeof hlsSegmentSchema>;

/** What is on disk and in the playlist, and the numbers that must never run backwards. */
export const hlsWindowSchema = z.object({
  nextSequence: z.int().min(0),
  /** Discontinuities that left the playlist (RFC 8216, 4.3.3.3). */
  discontinuitySequence: z.int().min(0),
  /** In the playlist, oldest first. */
  listed: z.array(hlsSegmentSchema).readonly(),
  /** Out of the playlist but still on disk, for players that read it a while ago. Oldest first. */
  retired: z.array(hlsSegmentSchema).readonly(),
});
export type HlsWindow = z.infer<typeof hlsWindowSchema>;

/** A segment as it comes to a window that gives it its number and name. */
export type NewSegment = Omit<HlsSegment, 'sequence' | 'name'>;

/** A window with nothing in it whose first segment will get the number `nextSequence`. */
export function emptyWindow(nextSequence: number): HlsWindow {
  return { nextSequence, discontinuitySequence: 0, listed: [], retired: [] };
}

/** Gives a segment the next number and the name of its file. */
export function nameSegment(window: HlsWindow, segment: NewSegment, extension: string): HlsSegment {
  const sequence = window.nextSequence;
  return { ...segment, sequence, name: `segment-${sequence}-${segment.startFrame}.${extension}` };
}

/** Lists one more segment, named by `nameSegment` for this very window, and retires what there are more than `windowSegments` of. */
export function listSegment(window: HlsWindow, segment: HlsSegment, windowSegments: number): HlsWindow {
  const grown = { ...window, nextSequence: segment.sequence + 1, listed: [...window.listed, segment] };
  return retireOldest(grown, grown.listed.length - windowSegments);
}

/** Takes the `count` oldest segments off the playlist. */
export function retireOldest(window: HlsWindow, count: number): HlsWindow {
  if (count <= 0) return window;
  const leaving = window.listed.slice(0, count);
  return {
    ...window,
    discontinuitySequence: window.discontinuitySequence + leaving.filter((segment) => segment.isDiscontinuous).length,
    listed: window.listed.slice(count),
    retired: [...window.retired, ...leaving],
  };
}

/**
 * The retired segments that nobody can want any more: a player may go on for the length of the longest playlist that
 * listed a segment, and that segment's own (RFC 8216, 6.2.2).
 */
export function expiredSegments(window: HlsWindow, windowSegments: number): readonly HlsSegment[] {
  const oldestKept = window.nextSequence - 2 * windowSegments - 1;
  return window.retired.filter((segment) => segment.sequence < oldestKept);
}

/** Forgets retired segments whose files are gone. */
export function forgetRetired(window: HlsWindow, gone: ReadonlySet<string>): HlsWindow {
  return gone.size === 0 ? window : { ...window, retired: window.retired.filter((segment) => !gone.has(segment.name)) };
}
