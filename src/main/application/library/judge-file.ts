import type { Milliseconds } from '../../../shared/time/index.ts';
import {
  beforeRaggedEnd,
  type DecodeFacts,
  type Flaw,
  flawsOf,
  type Judgement,
  judgeDecode,
  judgeProbe,
  type Marker,
  type MediaFile,
  type ProbedFacts,
  refusal,
  suggestMarkers,
} from '../../domain/library/index.ts';
import type { MediaProbe } from '../ports/media-probe.ts';

/** What a media file is made of and how long it is, apart from which file it is. */
type MeasuredMedia = Pick<MediaFile, 'container' | 'duration' | 'picture' | 'sound' | 'loudness'>;

/** All that looking into a file shows. */
export interface MeasuredFile {
  readonly media: MeasuredMedia;
  /** What the file itself suggests to mark. */
  readonly markers: readonly Marker[];
  readonly flaws: readonly Flaw[];
}

/** What judging works with. */
export interface JudgingParts {
  readonly probe: MediaProbe;
  /** How long a still picture is shown unless somebody says otherwise. */
  readonly stillLength: Milliseconds;
}

/**
 * Measures a file by reading its container and decoding all of it, or says why it can't air.
 * @throws MediaToolFailed; and the signal's reason when it is stopped
 */
export async function judgeFile({ probe, stillLength }: JudgingParts, path: string, signal: AbortSignal): Promise<Judgement<MeasuredFile>> {
  const probed = await probe.probe(path, signal);
  // A container that begins well and can't be read has usually lost its end, where MP4 keeps its index.
  if (!probed.ok) return { ok: false, refusal: refusal(probed.startsLikeMedia ? 'truncated' : 'not-media') };
  const playable = judgeProbe(probed.facts);
  if (!playable.ok) return playable;
  const decoded = await decodeToGoodEnd(probe, path, playable.value, signal);
  const duration = judgeDecode(playable.value, decoded, stillLength);
  if (!duration.ok) return duration;
  const { container, picture, sound, chapters } = playable.value;
  const media = { container, picture, sound, duration: duration.value, loudness: decoded.loudness };
  const markers = suggestMarkers(media, chapters, decoded.uneventful);
  return { ok: true, value: { media, markers, flaws: flawsOf(decoded.uneventful) } };
}

/** Decodes a file; a stream whose end alone is damaged is measured without that end, which then never airs. */
async function decodeToGoodEnd(probe: MediaProbe, path: string, facts: ProbedFacts, signal: AbortSignal): Promise<DecodeFacts> {
  const decoded = await probe.decode(path, facts, null, signal);
  const until = beforeRaggedEnd(facts, decoded);
  if (until === null) return decoded;
  const shorter = await probe.decode(path, facts, until, signal);
  return beforeRaggedEnd(facts, shorter) === null ? shorter : decoded;
}
