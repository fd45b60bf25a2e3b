import type { PlannedItem } from './playlog-item.ts';

/** Whether an item is the generated slate: neither a media file nor a live input. */
export function isSlate({ assetId, inputId }: Pick<PlannedItem, 'assetId' | 'inputId'>): boolean {
  return assetId === null && inputId === null;
}
