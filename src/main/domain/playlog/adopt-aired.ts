import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem } from './playlog-item.ts';
import { NO_ORIGIN } from './playlog-origin.ts';

/** An item that the engine put on air at `startFrame` although the playlog does not have it, as an item of the playlog: what is left of it. */
export function adoptAired(item: RundownItem, startFrame: Frames): PlaylogItem {
  const { id, startMode, kind, title, houseId, assetId, source } = item;
  const inFrame = source.type === 'file' ? source.inFrame + (startFrame - item.startFrame) : 0;
  return {
    id,
    startFrame,
    durationFrames: frames(endFrame(item) - startFrame),
    kind,
    title,
    houseId,
    assetId,
    inputId: source.type === 'live' ? source.inputId : null,
    inFrame: frames(inFrame),
    startMode,
    status: 'on-air',
    explanation: { rule: 'Was on air while the plan was changing', seed: null, candidateCount: 1, refused: [], relaxed: null },
    origin: NO_ORIGIN,
  };
}
