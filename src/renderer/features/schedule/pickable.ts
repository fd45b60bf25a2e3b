import type { Asset, PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, milliseconds, msToFrames } from '../../../shared/time/index.ts';

/** What an edit can put into the schedule. */
export type InsertSource = { readonly assetId: string } | { readonly inputId: string; readonly durationFrames: Frames };

/** Something that can be picked beside the schedule, and what becomes of it there. */
export interface Pickable {
  /** Unlike that of any other asset or input. */
  readonly key: string;
  readonly title: string;
  /** In the channel's frames. */
  readonly durationFrames: Frames;
  readonly source: InsertSource;
}

/** How long a live input airs unless it is said. */
export const LIVE_LENGTH = milliseconds(1_800_000);

/** An asset, from its in to its out point. */
export function pickableAsset({ id, title, durationMs }: Asset, rate: FrameRate): Pickable {
  return { key: `asset ${id}`, title, durationFrames: msToFrames(durationMs, rate), source: { assetId: id } };
}

/** A live input for a length. */
export function pickableInput({ id, name }: { readonly id: string; readonly name: string }, durationFrames: Frames): Pickable {
  return { key: `input ${id}`, title: name, durationFrames, source: { inputId: id, durationFrames } };
}

/** What is picked, with another length for the live inputs among it. */
export function withLiveLength(picked: readonly Pickable[], durationFrames: Frames): readonly Pickable[] {
  return picked.map((one) => ('inputId' in one.source ? { ...one, durationFrames, source: { ...one.source, durationFrames } } : one));
}

/** What an item airs, to be put in once more; null for the generated slate, which nobody puts in. */
export function sourceOf({ assetId, inputId, durationFrames }: PlaylogItem): InsertSource | null {
  if (assetId !== null) return { assetId };
  return inputId === null || inputId === undefined ? null : { inputId, durationFrames };
}
