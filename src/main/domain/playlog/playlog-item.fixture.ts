import { frames } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlaylogItem } from './index.ts';

/** A planned programme by its id, place and length. For tests. */
export function playlogItem(
  id: string,
  startFrame: number,
  durationFrames: number,
  startMode: PlaylogItem['startMode'] = 'follow',
): PlaylogItem {
  return {
    id,
    startFrame: frames(startFrame),
    durationFrames: frames(durationFrames),
    kind: 'programme',
    title: id,
    houseId: id,
    assetId: `asset-${id}`,
    inputId: null,
    inFrame: frames(0),
    startMode,
    status: 'planned',
    explanation: { rule: 'test', seed: null, candidateCount: 1, refused: [], relaxed: null },
    origin: NO_ORIGIN,
  };
}
