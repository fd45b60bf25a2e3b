import type { MARKER_ORIGINS, MARKER_TYPES } from '../../../shared/contract/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { MediaFile } from './media-file.ts';
import { ownFrames } from './own-rate.ts';

/** What is marked: a place for a break, the start of a chapter, the start of the credits. */
export type MarkerType = (typeof MARKER_TYPES)[number];

/** Who marked it: a person, the file's own chapters, or the finder of black and silence. */
export type MarkerOrigin = (typeof MARKER_ORIGINS)[number];

/** A place in an asset, in the asset's own frames. A break that no person set is a suggestion. */
export interface Marker {
  readonly type: MarkerType;
  readonly origin: MarkerOrigin;
  /** The first frame after the break, or of the chapter or credits. */
  readonly atFrame: Frames;
  /** The black and silence [from, until) that a suggested break lies in; null for others. */
  readonly quiet: { readonly fromFrame: Frames; readonly untilFrame: Frames } | null;
  /** A chapter's name; null when it has none. */
  readonly label: string | null;
}

/** Break points set by a person, or the first of them that can't be: by its place in what was asked for. */
export type JudgedBreaks =
  | { readonly ok: true; readonly markers: readonly Marker[] }
  | { readonly ok: false; readonly index: number; readonly message: string };

/** Makes markers of the frames that a person chose for breaks: in order, each once, inside the asset. */
export function setBreaks(media: Pick<MediaFile, 'duration' | 'picture'>, chosen: readonly number[]): JudgedBreaks {
  const length = ownFrames(media);
  const wrong = chosen.findIndex((frame) => !Number.isSafeInteger(frame) || frame <= 0 || frame >= length);
  if (wrong >= 0) return { ok: false, index: wrong, message: `A break must lie inside the asset: from frame 1 to frame ${length - 1}` };
  const repeated = chosen.findIndex((frame, index) => chosen.indexOf(frame) !== index);
  if (repeated >= 0) return { ok: false, index: repeated, message: 'There is a break at that frame already' };
  const markers = chosen.toSorted((a, b) => a - b).map((frame) => breakByHand(frames(frame)));
  return { ok: true, markers };
}

function breakByHand(atFrame: Frames): Marker {
  return { type: 'break', origin: 'hand', atFrame, quiet: null, label: null };
}
