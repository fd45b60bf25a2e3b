import { isQuiet } from './quiet-segment.ts';
import type { ThinSegment } from './thin-segment.ts';

/** A box begins with its length and its type (ISO/IEC 14496-12, 4.2). */
const HEAD_BYTES = 8;
/** Where a fragment's box names its track: behind moof, mfhd, traf, and tfhd's own head. */
const TRACK_AT = 8 + 16 + 8 + 12;
const PICTURES = 1;

/**
 * Takes apart a segment of fragmented MP4 as the station writes it, a fragment for each picture and each piece of sound. Kept are the first picture and all
 * sound; the pictures after it are left out whole, since nothing in MP4 waits for a following one. Null when it is none, or has no picture.
 */
export function thinFragments(segment: Buffer): ThinSegment | null {
  const pictureBytes: number[] = [];
  const kept: Buffer[] = [];
  for (let at = 0; at < segment.length; ) {
    const dataAt = endOfBox(segment, at, 'moof');
    const end = dataAt === null ? null : endOfBox(segment, dataAt, 'mdat');
    if (dataAt === null || end === null || dataAt < at + TRACK_AT + 4) return null;
    const isPicture = segment.readUInt32BE(at + TRACK_AT) === PICTURES;
    if (isPicture) pictureBytes.push(end - dataAt - HEAD_BYTES);
    if (!isPicture || pictureBytes.length === 1) kept.push(segment.subarray(at, end));
    at = end;
  }
  if (pictureBytes.length === 0) return null;
  return { whole: isQuiet(pictureBytes) ? segment : null, kept };
}

/** Where the box of this type that stands at `at` ends; null when there is none, or it is cut short. */
function endOfBox(segment: Buffer, at: number, type: 'moof' | 'mdat'): number | null {
  if (at + HEAD_BYTES > segment.length || segment.toString('latin1', at + 4, at + HEAD_BYTES) !== type) return null;
  const end = at + segment.readUInt32BE(at);
  return end < at + HEAD_BYTES || end > segment.length ? null : end;
}
