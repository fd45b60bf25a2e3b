import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { frameDueAt, frames, parseFrameRate } from '../../../shared/time/index.ts';

/** An item of a schedule at 25 frames a second, for tests. */
export function scheduleItem(
  id: string,
  startFrame: number,
  durationFrames: number,
  startMode: PlaylogItem['startMode'] = 'follow',
): PlaylogItem {
  return {
    id,
    startsAt: new Date(frameDueAt(frames(startFrame), parseFrameRate('25/1'))).toISOString(),
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    kind: 'programme',
    title: `Title ${id}`,
    houseId: `H-${id}`,
    assetId: `asset-${id}`,
    inFrame: frames(0),
    startMode,
    status: 'planned',
    explanation: { rule: 'least recent', seed: null, candidateCount: 3, refused: [], relaxed: null },
  };
}
