import { type FrameRate, frameDueAt, framesToMs } from '../../../../shared/time/index.ts';
import type { HlsSegment, HlsWindow } from './hls-window.ts';

/** 6: the lowest version that allows everything used here in every reader's opinion (RFC 8216, 7 asks for 3). */
const VERSION = 6;

/**
 * Writes a media playlist of RFC 8216 for the listed segments: dates from the channel's grid, lengths from its frames. It has no end:
 * a channel goes on for ever. `targetSeconds` is given from outside because it must not change while a playlist lives (4.3.3.1).
 */
export function writePlaylist(window: HlsWindow, rate: FrameRate, targetSeconds: number): string {
  const lines = [
    '#EXTM3U',
    `#EXT-X-VERSION:${VERSION}`,
    `#EXT-X-TARGETDURATION:${targetSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.listed[0]?.sequence ?? window.nextSequence}`,
    // Not there means 0 (RFC 8216, 4.3.3.3).
    ...(window.discontinuitySequence > 0 ? [`#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`] : []),
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...window.listed.flatMap((segment) => writeSegment(segment, rate)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The whole seconds that a segment counts for against the target duration (RFC 8216, 4.3.3.1: rounded to the nearest). */
export function roundedSeconds(segment: HlsSegment, rate: FrameRate): number {
  return Math.round(framesToMs(segment.durationFrames, rate) / 1000);
}

function writeSegment(segment: HlsSegment, rate: FrameRate): readonly string[] {
  const startsAt = new Date(Math.round(frameDueAt(segment.startFrame, rate))).toISOString();
  const seconds = framesToMs(segment.durationFrames, rate) / 1000;
  return [
    ...(segment.isDiscontinuous ? ['#EXT-X-DISCONTINUITY'] : []),
    `#EXT-X-PROGRAM-DATE-TIME:${startsAt}`,
    `#EXTINF:${seconds.toFixed(6)},`,
    segment.name,
  ];
}
