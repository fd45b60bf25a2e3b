import type { ItemSource, RundownItem } from '../src/shared/engine-protocol/index.ts';
import { decibels, type FrameRate, type Frames, frames } from '../src/shared/time/index.ts';
import { drawFrom } from './draw-from.ts';
import { type BadFiles, CLIP_SECONDS, type SoakClip } from './soak-clips.ts';

/** What is wrong with an item from the beginning. */
export type MediaFault = 'missing' | 'corrupt' | 'short';

/** An item that is aired, with what it is known to hold. `clip` null: nothing that could be aired. */
export interface PlannedItem {
  readonly item: RundownItem;
  readonly clip: SoakClip | null;
  readonly mediaFault: MediaFault | null;
}

/** What a plan is drawn from. */
export interface SoakWishes {
  readonly seed: number;
  readonly items: number;
  /** The shortest and the longest item. */
  readonly lengths: readonly [Frames, Frames];
  readonly start: Frames;
  readonly rate: FrameRate;
  readonly clips: readonly SoakClip[];
  /** null: every file is sound. */
  readonly bad: BadFiles | null;
}

/** Where a clip that was broken off goes on. */
interface Broken {
  readonly clip: SoakClip;
  readonly next: number;
}

const BAD_SHARE = 0.06;
const RESUME_SHARE = 0.35;
/** Near the place where the short file breaks off. */
const SHORT_FROM = 60;

/**
 * Draws the items of a soak: parts of the clips, one after the other without a gap, each broken off somewhere; a third of them go on
 * where the item before the last was broken off, as a programme does after its break.
 */
export function planSoak(wishes: SoakWishes): readonly PlannedItem[] {
  const { items, start, rate, clips, bad } = wishes;
  const draw = drawFrom(wishes.seed);
  const clipFrames = Math.floor((CLIP_SECONDS * rate.num) / rate.den) - 2;
  const planned: PlannedItem[] = [];
  let at: number = start;
  let before: Broken | null = null;
  let last: Broken | null = null;
  for (let index = 0; index < items; index++) {
    const length = draw.between(wishes.lengths[0], wishes.lengths[1] + 1);
    const place = { index, at, length };
    at += length;
    if (bad !== null && draw.chance(BAD_SHARE)) {
      planned.push(badItem(place, draw.oneOf(['missing', 'corrupt', 'short'] as const), bad));
      before = last;
      last = null;
      continue;
    }
    const resumed: Broken | null = before !== null && before.next + length <= clipFrames && draw.chance(RESUME_SHARE) ? before : null;
    const clip: SoakClip = resumed?.clip ?? draw.oneOf(clips);
    const inFrame: number = resumed?.next ?? draw.between(0, Math.max(1, clipFrames - length));
    planned.push({ item: makeItem(place, fileSource(clip, inFrame)), clip, mediaFault: null });
    before = last;
    last = { clip, next: inFrame + length };
  }
  return planned;
}

type Place = { readonly index: number; readonly at: number; readonly length: number };

function badItem(place: Place, mediaFault: MediaFault, bad: BadFiles): PlannedItem {
  if (mediaFault === 'short') return { item: makeItem(place, fileSource(bad.short.clip, SHORT_FROM)), clip: bad.short.clip, mediaFault };
  const path = mediaFault === 'missing' ? bad.missing : bad.corrupt;
  const source = { type: 'file' as const, path, inFrame: frames(0), hasPicture: true, hasSound: true, gainDb: decibels(0) };
  return { item: makeItem(place, source), clip: null, mediaFault };
}

function fileSource({ path, hasSound }: SoakClip, inFrame: number): ItemSource {
  return { type: 'file', path, inFrame: frames(inFrame), hasPicture: true, hasSound, gainDb: decibels(0) };
}

function makeItem({ index, at, length }: Place, source: ItemSource): RundownItem {
  return {
    id: `soak-${index}`,
    startFrame: frames(at),
    durationFrames: frames(length),
    startMode: 'follow',
    kind: 'programme',
    title: `Soak ${index}`,
    houseId: null,
    assetId: null,
    source,
  };
}
