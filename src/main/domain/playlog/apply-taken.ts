import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { skipNext, takeNext } from '../playout/index.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** What a take does to the playlog. */
export interface TakenChange {
  /** The item that was cut at the take; null when the time before it was empty. */
  readonly shortened: { readonly id: string; readonly durationFrames: Frames } | null;
  /** Items of which no frame is left. */
  readonly removed: readonly string[];
  /** What starts in [from, until), by its old place, starts earlier by `by` frames. */
  readonly slid: { readonly from: Frames; readonly until: Frames; readonly by: Frames };
}

/**
 * What the playlog has to change to say what the engine did at a take: the same rule on the same items. Null when the playlog has another
 * next item than the engine had, because it was planned anew in the same moment.
 * @param items the items that end after the take, in order
 */
export function applyTaken(items: readonly PlaylogItem[], taken: { readonly frame: Frames; readonly itemId: string }): TakenChange | null {
  const result = takeNext({ revision: 0, items: items.map(rangeOnly), filler: [] }, taken.frame);
  if (result === null || result.taken.id !== taken.itemId) return null;
  const after = new Map(result.rundown.items.map((item) => [item.id, item]));
  const cut = items.find((item) => (after.get(item.id)?.durationFrames ?? item.durationFrames) !== item.durationFrames);
  const slid = items.filter((item) => (after.get(item.id)?.startFrame ?? item.startFrame) !== item.startFrame);
  const first = slid[0]?.startFrame ?? taken.frame;
  return {
    shortened: cut === undefined ? null : { id: cut.id, durationFrames: after.get(cut.id)?.durationFrames ?? cut.durationFrames },
    removed: items.filter((item) => !after.has(item.id)).map((item) => item.id),
    slid: { from: first, until: frames((slid.at(-1)?.startFrame ?? first) + 1), by: result.shiftFrames },
  };
}

/** The same for a skip: the playlog without the item that the engine dropped. Null when it has another next item than the engine had. */
export function applySkipped(
  items: readonly PlaylogItem[],
  skipped: { readonly frame: Frames; readonly itemId: string },
): TakenChange | null {
  const result = skipNext({ revision: 0, items: items.map(rangeOnly), filler: [] }, skipped.frame);
  if (result === null || result.skipped.id !== skipped.itemId) return null;
  const after = new Map(result.rundown.items.map((item) => [item.id, item]));
  const slid = items.filter((item) => (after.get(item.id)?.startFrame ?? item.startFrame) !== item.startFrame);
  const first = slid[0]?.startFrame ?? skipped.frame;
  const range = { from: first, until: frames((slid.at(-1)?.startFrame ?? first - 1) + 1), by: result.shiftFrames };
  return { shortened: null, removed: [skipped.itemId], slid: range };
}

/** The item as the rule sees it: where its picture comes from does not matter to it. */
function rangeOnly(item: PlaylogItem): RundownItem {
  const { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId } = item;
  return { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId, source: { type: 'slate' } };
}
