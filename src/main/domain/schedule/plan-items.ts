import { type FrameRate, type Frames, frames, type Milliseconds, milliseconds, msToFrames } from '../../../shared/time/index.ts';
import { NO_ORIGIN, type PlannedItem } from '../playlog/index.ts';
import { placeBreak } from './place-break.ts';
import { Placement } from './placement.ts';
import { makeRotations, type Rotations } from './rotations.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** How long a block of the generated slate is: short enough that a plan made of them reads like one. */
const SLATE_BLOCK_MS = milliseconds(10 * 60_000);

/** What a stretch of the playlog is to be made from. */
export interface PlanRequest {
  /** All that may air. */
  readonly assets: readonly SchedulableAsset[];
  /** The first frame to fill. */
  readonly from: Frames;
  /** Items are placed until this frame is filled; the last one may reach beyond it. */
  readonly until: Frames;
  /** The kind of the item that ends at `from`, so that a break follows a programme; null when nothing does. */
  readonly after: PlannedItem['kind'] | null;
  readonly rate: FrameRate;
  /** Shorter assets are refused. */
  readonly shortest: Milliseconds;
  /** A programme that comes again sooner than this is marked as a makeshift. */
  readonly cooldown: Milliseconds;
  /** No more than so many items, and the rest of the break that was begun: keeps a library of very short media from a plan without measure. */
  readonly atMost: number;
}

/**
 * Fills a stretch of the channel without a gap: programmes in endless least-recent rotation, a break between two of them; without a
 * programme whatever may air, in turn; without anything, blocks of the generated slate. The same request always gives the same items.
 */
export function planItems(request: PlanRequest): readonly PlannedItem[] {
  const placement = new Placement(request.from);
  const rotations = makeRotations(request);
  if (request.after === 'programme') placeBreak(placement, rotations);
  while (placement.at < request.until && placement.items.length < request.atMost) placeNext(placement, rotations, request.rate);
  return placement.items;
}

function placeNext(placement: Placement, rotations: Rotations, rate: FrameRate): void {
  if (!rotations.programmes.isEmpty) {
    placement.place(rotations.programmes.pick(placement.at, 'Least recent programme'));
    placeBreak(placement, rotations);
  } else if (!rotations.everything.isEmpty) {
    placement.place(rotations.everything.pick(placement.at, 'Least recent of what there is: no programme can air'));
  } else {
    placement.append(slate(placement.at, rate));
  }
}

function slate(at: Frames, rate: FrameRate): PlannedItem {
  return {
    startFrame: at,
    durationFrames: frames(Math.max(1, msToFrames(SLATE_BLOCK_MS, rate))),
    kind: 'slate',
    title: 'Slate',
    houseId: null,
    assetId: null,
    inFrame: frames(0),
    startMode: 'follow',
    explanation: { rule: 'Slate: nothing in the library can air', seed: null, candidateCount: 0, refused: [], relaxed: null },
    origin: NO_ORIGIN,
  };
}
