import type { Frames } from '../../../shared/time/index.ts';
import { endFrame, type PlannedItem, type PlaylogItem } from '../playlog/index.ts';
import { refusalAt } from './airability.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { Watershed } from './watershed.ts';

/**
 * Why an item may not air where it stands, by what the library says of its asset now; null when it may. Rights and ratings are judged at the
 * planned time.
 *
 * @param asset undefined: it is not among those that may air
 */
export function breachOf(item: PlannedItem, asset: PlannableAsset | undefined, watershed: Watershed): string | null {
  if (item.assetId === null) return null;
  if (asset === undefined) return 'It may not air any more: not approved, binned, or its file is missing';
  const end = asset.inFrame + asset.durationFrames;
  if (item.inFrame < asset.inFrame || item.inFrame + item.durationFrames > end) return 'It reaches beyond its in and out points';
  if (item.kind !== asset.kind) return 'It was planned as another kind';
  return refusalAt(asset, item.startFrame, endFrame(item), watershed);
}

/**
 * The frame from which what the planner placed has to be planned anew because an item breaches a rule, or null when none does: the first
 * part of its programme that is not in the lock window. What people placed is theirs.
 */
export function firstBreach(
  items: readonly PlaylogItem[],
  assets: readonly PlannableAsset[],
  lockEnd: Frames,
  watershed: Watershed,
): Frames | null {
  const open = items.filter((item) => item.startFrame >= lockEnd && item.assetId !== null && item.origin.placedBy === null);
  const named = new Set(open.map(({ assetId }) => assetId));
  const byId = new Map<string | null, PlannableAsset>();
  for (const asset of assets) if (named.has(asset.id)) byId.set(asset.id, asset);
  const breach = open.find((item) => breachOf(item, byId.get(item.assetId), watershed) !== null);
  if (breach === undefined) return null;
  const { airingId } = breach.origin;
  const first = airingId === null ? breach : open.find(({ origin }) => origin.airingId === airingId);
  return (first ?? breach).startFrame;
}
