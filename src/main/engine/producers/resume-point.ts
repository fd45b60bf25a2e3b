import { extname } from 'node:path';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';

/** Where a decoder begins so that its pictures from `inFrame` on are those of a decode from the file's start. */
export interface ResumePoint {
  /** The frame of the media, in the channel's frames, to seek to; 0: no seek. */
  readonly seekFrame: Frames;
  /** Frames between there and `inFrame`, decoded and thrown away. */
  readonly leadFrames: Frames;
}

/** Sound decoders and the deinterlacer need what came before: half a second is plenty for both. */
const LEAD_SECONDS = 0.5;
/** Streams without an index are entered anywhere between two key frames; this covers every broadcast key frame distance. */
const LEAD_SECONDS_WITHOUT_INDEX = 12;
const FORMATS_WITHOUT_INDEX = new Set(['.ts', '.mts', '.m2ts', '.m2t', '.mpg', '.mpeg', '.vob', '.m2v', '.ps', '.trp', '.tp', '.dat']);

/**
 * The resume point for a part of a media file that starts at `inFrame`. It lies on a frame whose time is a whole number of
 * milliseconds, so that no container's timebase and no seek rounds it.
 */
export function resumePoint(inFrame: Frames, rate: FrameRate, path: string): ResumePoint {
  const leadSeconds = FORMATS_WITHOUT_INDEX.has(extname(path).toLowerCase()) ? LEAD_SECONDS_WITHOUT_INDEX : LEAD_SECONDS;
  const least = Math.ceil((leadSeconds * rate.num) / rate.den);
  const step = framesPerWholeMilliseconds(rate);
  const seekFrame = Math.max(0, Math.floor((inFrame - least) / step) * step);
  return { seekFrame: frames(seekFrame), leadFrames: frames(inFrame - seekFrame) };
}

/** The least number of frames that last a whole number of milliseconds: 1 at 25, 30 at 30000/1001 (1001 ms). */
function framesPerWholeMilliseconds(rate: FrameRate): number {
  return rate.num / greatestCommonDivisor(rate.num, rate.den * 1000);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
