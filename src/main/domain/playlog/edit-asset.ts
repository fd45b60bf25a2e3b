import type { Frames } from '../../../shared/time/index.ts';
import type { PlaylogItem } from './playlog-item.ts';

/** An asset as an edit puts it into the playlog. */
export interface EditAsset {
  readonly id: string;
  readonly kind: PlaylogItem['kind'];
  readonly title: string;
  readonly houseId: string;
  readonly inFrame: Frames;
  readonly durationFrames: Frames;
}

/** A live input as an edit puts it into the playlog. */
export interface EditInput {
  readonly id: string;
  readonly name: string;
}

/** What holes before fixed starts are filled with. */
export interface Filling {
  /** Played in turn; slate when there is none. */
  readonly fill: readonly EditAsset[];
  readonly newId: () => string;
}
