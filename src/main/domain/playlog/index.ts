/**
 * The playlog: what will air, item by item, on the channel's frame grid.
 *
 * - From now on it has no gap and no overlap: every item starts where the one before it ends.
 * - Ranges are half-open; a frame belongs to exactly one item.
 * - What has aired is never planned again; only items that nobody has locked may be replaced.
 * - A take changes it by the very rule by which the engine changes its rundown.
 */
export * from './adopt-aired.ts';
export { applyEdits } from './apply-edits.ts';
export * from './apply-resumed.ts';
export * from './apply-taken.ts';
export { type CopyOfDay, copyOfDay } from './copy-of-day.ts';
export type { EditAsset } from './edit-asset.ts';
export * from './end-frame.ts';
export * from './find-unsound.ts';
export { isSlate } from './is-slate.ts';
export { type PlaylogDifference, playlogDifference } from './playlog-difference.ts';
export * from './playlog-item.ts';
export * from './playlog-origin.ts';
export { roomForDay } from './room-for-day.ts';
export * from './to-rundown.ts';
export { turnChange } from './turn-change.ts';
