import { frames, framesToMs, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { DecodeFacts, PictureFacts, ProbedFacts } from './media-file.ts';
import type { FileRefusal } from './media-import.ts';
import { steadyRate } from './own-rate.ts';
import { refusal, refusalBecause } from './refusals.ts';

/** Whether a file may air: how long it is and what it is made of, or why not. */
export type Judgement<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: FileRefusal };

/** Formats that only name other files. Reading one could lead anywhere on the disk or the network. */
const NOT_MEDIA_ITSELF = new Set(['hls', 'dash', 'concat', 'sdp', 'rtsp', 'tty']);

/** Streams without an index: they may be cut anywhere, and FFmpeg guesses how long they are, so a guess that is off proves nothing. */
const STREAMS = new Set(['mpegts', 'mpeg', 'mpegvideo', 'h264', 'hevc', 'm4v', 'dv', 'vob', 'mp3', 'aac', 'ac3', 'eac3', 'dts']);

/** How much less than promised may be decoded: rounding, and the end of a sound that outlasts the picture. */
const LEAST_SHORTFALL_MS = 500;
const SHORTFALL_SHARE = 0.01;

/** The engine too goes by the name here: a film named like a picture would not air. */
const NO_STILL = refusalBecause(
  'corrupt',
  'It is named like a still picture, but is damaged or is something else. Save it again, or let its name end as what it is, such as .mp4.',
);

/** Judges a file by what its container says of itself. */
export function judgeProbe(facts: ProbedFacts): Judgement<ProbedFacts> {
  const { container, picture, sound } = facts;
  if (container.endsWith('_pipe'))
    return refuse(
      refusalBecause('unsupported', 'This is a still picture under another name. Let its name end in .png, .jpg, .webp, .tif or .bmp.'),
    );
  if (container.split(',').some((name) => NOT_MEDIA_ITSELF.has(name))) return refuse(refusal('not-media'));
  if (picture === null) return sound === null ? refuse(refusal('not-media')) : { ok: true, value: facts };
  if (picture.width === 0 || picture.height === 0) return refuse(isStill(facts) ? NO_STILL : refusal('corrupt'));
  return { ok: true, value: facts };
}

/**
 * Judges a file by what decoding all of it showed, and measures how long it is: up to the end of its last picture, or of its sound when that is
 * all there is.
 * @param stillLength how long a still picture is shown, which has no length of its own
 */
export function judgeDecode(facts: ProbedFacts, decoded: DecodeFacts, stillLength: Milliseconds): Judgement<Milliseconds> {
  const isNothing = facts.picture === null ? decoded.decodedDuration <= 0 : decoded.pictureFrames === 0;
  if (isStill(facts))
    return isNothing || !decoded.isFinished || decoded.errorCount > 0 ? refuse(NO_STILL) : { ok: true, value: stillLength };
  if (isNothing) return refuse(refusal(decoded.isFinished ? 'corrupt' : 'unsupported'));
  if (decoded.isCutShort) return refuse(refusal('truncated'));
  if (!decoded.isFinished || errorsOnAir(facts, decoded) > 0) return refuse(refusal('corrupt'));
  if (isShorterThanClaimed(facts, decoded)) return refuse(refusal('truncated'));
  if (decoded.pictureFrames === 1)
    return refuse(
      refusalBecause('unsupported', 'There is only one picture in it. Save it as a PNG, or make a film of a few seconds of it.'),
    );
  return { ok: true, value: facts.picture === null ? decoded.decodedDuration : pictureDuration(facts.picture, facts, decoded) };
}

/** Whether a file is one still picture, which is shown for as long as people want. Only what is named like one is read as one. */
export function isStill({ container }: Pick<ProbedFacts, 'container'>): boolean {
  return container === 'image2';
}

/** How much of the end of a stream is given up when it is damaged: more than the last picture and what builds on it. */
const RAGGED_END_MS = 1_000;

/**
 * Up to where a stream that was found damaged is worth another look: recordings are stopped in the middle of a picture, so if there is damage
 * after the first picture it may be at the very end alone. Null when nothing would be gained.
 */
export function beforeRaggedEnd(facts: ProbedFacts, decoded: DecodeFacts): Milliseconds | null {
  const until = decoded.decodedDuration - RAGGED_END_MS;
  return isStream(facts) && decoded.isFinished && errorsOnAir(facts, decoded) > 0 && until > 0 ? milliseconds(until) : null;
}

/** A stream that was cut out of a longer one begins with pictures that can't be shown, and are not. */
function errorsOnAir(facts: ProbedFacts, { errorCount, openingErrorCount }: DecodeFacts): number {
  return isStream(facts) && facts.picture !== null ? errorCount - openingErrorCount : errorCount;
}

function isStream({ container }: ProbedFacts): boolean {
  return container.split(',').some((name) => STREAMS.has(name));
}

function isShorterThanClaimed(facts: ProbedFacts, decoded: DecodeFacts): boolean {
  if (facts.claimedDuration === null || isStream(facts)) return false;
  const missing = facts.claimedDuration - decoded.decodedDuration;
  return missing > Math.max(LEAST_SHORTFALL_MS, facts.claimedDuration * SHORTFALL_SHARE);
}

/** A steady picture's length is its frames at its rate, exactly. Where the rate varies the decoder's clock has to do. */
function pictureDuration(picture: PictureFacts, facts: ProbedFacts, decoded: DecodeFacts): Milliseconds {
  const rate = steadyRate(picture);
  if (rate !== null) return framesToMs(frames(decoded.pictureFrames), rate);
  return milliseconds(Math.min(decoded.decodedDuration, facts.claimedPictureDuration ?? decoded.decodedDuration));
}

function refuse(because: FileRefusal): { readonly ok: false; readonly refusal: FileRefusal } {
  return { ok: false, refusal: because };
}
