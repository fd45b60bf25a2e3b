import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, NO_ORIGIN, type PlannedItem } from '../playlog/index.ts';
import type { Pick } from './rotation.ts';

/** The items placed so far, and where the next one starts. */
export class Placement {
  readonly items: PlannedItem[] = [];
  at: Frames;

  constructor(from: Frames) {
    this.at = from;
  }

  /** Puts a pick next; nothing when there was none. */
  place(pick: Pick | null): void {
    if (pick !== null) this.append(fromPick(pick, this.at));
  }

  append(item: PlannedItem): void {
    this.items.push(item);
    this.at = endFrame(item);
  }
}

function fromPick(pick: Pick, at: Frames): PlannedItem {
  return {
    startFrame: at,
    durationFrames: pick.durationFrames,
    kind: pick.asset.kind,
    title: pick.asset.title,
    houseId: pick.asset.houseId,
    assetId: pick.asset.id,
    inFrame: frames(0),
    startMode: 'follow',
    explanation: pick.explanation,
    origin: NO_ORIGIN,
  };
}
