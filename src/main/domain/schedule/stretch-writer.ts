import type { AssetKind } from '../../../shared/contract/asset-kind.ts';
import type { Explanation } from '../../../shared/contract/playlog.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, NO_ORIGIN, type PlannedItem, type PlaylogItem, type PlaylogOrigin, type StartMode } from '../playlog/index.ts';
import type { PlanLibrary } from './plan-library.ts';

/** An item of a stretch: a new one, or one that a person placed and that stays. */
export type StretchItem = PlannedItem | PlaylogItem;

/** What the next item is, apart from its place. */
export interface NextItem {
  readonly asset: {
    readonly id: string;
    readonly kind: AssetKind;
    readonly title: string;
    readonly houseId: string;
    readonly inFrame: Frames;
  } | null;
  /** Frames after the asset's in point. */
  readonly offset: Frames;
  readonly durationFrames: Frames;
  readonly startMode: StartMode;
  readonly explanation: Explanation;
  readonly origin: Partial<PlaylogOrigin>;
}

/** A live input as it is planned. */
export interface PlannableInput {
  readonly id: string;
  readonly name: string;
}

/** Writes items one after the other, and tells the library of each play. */
export class StretchWriter {
  readonly items: StretchItem[] = [];
  readonly #library: PlanLibrary;
  at: Frames;
  /** Where the latest station ID stands; null when none is known. */
  lastStationId: Frames | null;

  constructor(from: Frames, library: PlanLibrary, lastStationId: Frames | null) {
    this.at = from;
    this.#library = library;
    this.lastStationId = lastStationId;
  }

  write({ asset, offset, durationFrames, startMode, explanation, origin }: NextItem): void {
    this.#append({
      startFrame: this.at,
      durationFrames,
      kind: asset?.kind ?? 'slate',
      title: asset?.title ?? 'Slate',
      houseId: asset?.houseId ?? null,
      assetId: asset?.id ?? null,
      inputId: null,
      inFrame: frames((asset?.inFrame ?? 0) + offset),
      startMode,
      explanation,
      origin: { ...NO_ORIGIN, ...origin },
    });
  }

  /** Writes a live input: a programme of the input's name, which has no in point. */
  writeLive({ id, name }: PlannableInput, { durationFrames, startMode, explanation, origin }: Omit<NextItem, 'asset' | 'offset'>): void {
    const what = { kind: 'programme', title: name, houseId: null, assetId: null, inputId: id, inFrame: frames(0) } as const;
    this.#append({ startFrame: this.at, durationFrames, ...what, startMode, explanation, origin: { ...NO_ORIGIN, ...origin } });
  }

  /** Leaves an item that a person placed where it is. */
  keep(item: PlaylogItem): void {
    this.#append(item);
  }

  #append(item: StretchItem): void {
    if (item.assetId !== null) this.#library.notePlay(item.assetId, item.startFrame);
    if (item.kind === 'station-id') this.lastStationId = item.startFrame;
    this.items.push(item);
    this.at = endFrame(item);
  }
}
