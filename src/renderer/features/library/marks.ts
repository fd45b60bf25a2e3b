import type { MarkedAsset } from '../../../shared/contract/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';

/** What a person marks in an asset, in its own frames: [in, out), and the breaks in order. */
export interface Marks {
  readonly inFrame: Frames | null;
  readonly outFrame: Frames | null;
  readonly breaks: readonly Frames[];
}

/** The marks that the station knows. */
export function marksOf(asset: Pick<MarkedAsset, 'inFrame' | 'outFrame' | 'breaks'>): Marks {
  return { inFrame: asset.inFrame, outFrame: asset.outFrame, breaks: asset.breaks.map(({ atFrame }) => atFrame) };
}

/** Whether two sets of marks say the same. */
export function isSameMarks(one: Marks, other: Marks): boolean {
  return one.inFrame === other.inFrame && one.outFrame === other.outFrame && one.breaks.join() === other.breaks.join();
}

/** The marks with the in point at a frame; an out point that would not come after it goes. */
export function withIn(marks: Marks, frame: Frames): Marks {
  const outFrame = marks.outFrame !== null && marks.outFrame <= frame ? null : marks.outFrame;
  return { ...marks, inFrame: frame === 0 ? null : frame, outFrame };
}

/** The marks with `frame` as the last one that airs; an in point after it goes. */
export function withLast(marks: Marks, frame: Frames, length: Frames): Marks {
  const outFrame = frames(Math.min(length, frame + 1));
  const inFrame = marks.inFrame !== null && marks.inFrame >= outFrame ? null : marks.inFrame;
  return { ...marks, inFrame, outFrame: outFrame === length ? null : outFrame };
}

/** The marks with breaks before more frames. One at the very start or end is none. */
export function withBreaks(marks: Marks, more: readonly Frames[], length: Frames): Marks {
  const inside = more.filter((frame) => frame > 0 && frame < length);
  return { ...marks, breaks: [...new Set([...marks.breaks, ...inside])].toSorted((a, b) => a - b) };
}

/** The marks without a break. */
export function withoutBreak(marks: Marks, frame: Frames): Marks {
  return { ...marks, breaks: marks.breaks.filter((each) => each !== frame) };
}

/** Suggested breaks that are not taken up. */
export function openSuggestions<T extends { readonly atFrame: Frames }>(suggestions: readonly T[], marks: Marks): readonly T[] {
  return suggestions.filter(({ atFrame }) => !marks.breaks.includes(atFrame));
}
