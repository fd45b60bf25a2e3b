import { type FrameRate, frameDueAt, framesToMs } from '../../../../shared/time/index.ts';
import type { HlsSegment, HlsWindow } from './hls-window.ts';

/**
 * The lowest versions that allow what is used here in every reader's opinion: RFC 8216, 7 asks for 3, and for 6 with EXT-X-MAP, where Apple's
 * tools ask for 7.
 */
const VERSIONS = { plain: 6, mapped: 7 } as const;

/**
 * Writes a media playlist of RFC 8216 for the listed segments: dates from the channel's grid, lengths from its frames. It has no end:
 * a channel goes on for ever. `targetSeconds` is given from outside because it must not change while a playlist lives (4.3.3.1).
 */
export function writePlaylist(window: HlsWindow, rate: FrameRate, targetSeconds: number): string {
  const version = window.listed.some(({ map }) => map !== null) ? VERSIONS.mapped : VERSIONS.plain;
  const lines = [
    '#EXTM3U',
    `#EXT-X-VERSION:${version}`,
    `#EXT-X-TARGETDURATION:${targetSeconds}`,
    `#EXT-X-MEDIA-SEQUENCE:${window.listed[0]?.sequence ?? window.nextSequence}`,
    // Not there means 0 (RFC 8216, 4.3.3.3).
    ...(window.discontinuitySequence > 0 ? [`#EXT-X-DISCONTINUITY-SEQUENCE:${window.discontinuitySequence}`] : []),
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...window.listed.flatMap((segment, index) => writeSegment(segment, window.listed[index - 1]?.map ?? null, rate)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The whole seconds that a segment counts for against the target duration (RFC 8216, 4.3.3.1: rounded to the nearest). */
export function roundedSeconds(segment: HlsSegment, rate: FrameRate): number {
  return Math.round(framesToMs(segment.durationFrames, rate) / 1000);
}

/** `mapBefore`: the EXT-X-MAP that is in force, which need not be said again. */
function writeSegment(segment: HlsSegment, mapBefore: string | null, rate: FrameRate): readonly string[] {
  const startsAt = new Date(Math.round(frameDueAt(segment.startFrame, rate))).toISOString();
  const seconds = framesToMs(segment.durationFrames, rate) / 1000;
  return [
    ...(segment.isDiscontinuous ? ['#EXT-X-DISCONTINUITY'] : []),
    ...(segment.map === null || segment.map === mapBefore ? [] : [`#EXT-X-MAP:URI="${segment.map}"`]),
    `#EXT-X-PROGRAM-DATE-TIME:${startsAt}`,
    `#EXTINF:${seconds.toFixed(6)},`,
    segment.name,
  ];
}
