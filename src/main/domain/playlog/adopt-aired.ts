import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** An item that the engine put on air although the playlog no longer has it, as an item of the playlog. */
export function adoptAired(item: RundownItem, startFrame: Frames): PlaylogItem {
  const { id, durationFrames, startMode, kind, title, houseId, assetId, source } = item;
  return {
    id,
    startFrame,
    durationFrames,
    kind,
    title,
    houseId,
    assetId,
    inFrame: source.type === 'file' ? source.inFrame : frames(0),
    startMode,
    status: 'on-air',
    explanation: { rule: 'Taken by the operator while the plan was changing', seed: null, candidateCount: 1, refused: [], relaxed: null },
  };
}
