import type { AssetKind } from '../../../shared/contract/index.ts';
import { type Frames, frames, type Milliseconds } from '../../../shared/time/index.ts';
import type { Asset } from './asset.ts';
import type { AssetDetails } from './asset-details.ts';
import type { FlawType } from './flaws.ts';
import { isStill } from './judge-media.ts';
import { ownFrames } from './own-rate.ts';
import { airedFlaws, type FlawLimits, flawSentence, validated } from './readiness.ts';

/** All that people may change of an asset. */
interface EditableFields extends AssetDetails {
  readonly title: string;
  readonly kind: AssetKind;
  readonly isApproved: boolean;
  readonly lifecycle: 'ready' | 'retired';
  readonly inFrame: Frames | null;
  readonly outFrame: Frames | null;
  /** How long a still picture is shown. */
  readonly durationMs: Milliseconds;
  /** The types of flaws that are meant so; flaws of other types are not. */
  readonly intendedFlaws: readonly FlawType[];
}

/** What is to be changed of an asset; what is left out stays as it is. */
export type AssetChanges = { readonly [K in keyof EditableFields]?: EditableFields[K] | undefined };

/** The changed asset, or the field that can't be so and why. */
export type ChangedAsset =
  | { readonly ok: true; readonly asset: Asset }
  | { readonly ok: false; readonly field: keyof AssetChanges; readonly message: string };

/** Changes an asset, validates it anew and counts its revision up. What can't air can't be made ready by hand. */
export function changeAsset(asset: Asset, changes: AssetChanges, limits: FlawLimits): ChangedAsset {
  const { title, kind, isApproved, lifecycle, inFrame, outFrame, durationMs, intendedFlaws, ...details } = changes;
  const edited: Asset = {
    ...asset,
    ...defined({ title, kind, isApproved, lifecycle, inFrame, outFrame }),
    media: durationMs === undefined ? asset.media : { ...asset.media, duration: durationMs },
    ...(intendedFlaws === undefined ? {} : partedFlaws(asset, intendedFlaws)),
    details: withLabelsOnce({ ...asset.details, ...defined(details) }),
    revision: asset.revision + 1,
  };
  const changed = validated(edited, limits);
  const fault = faultOf(asset, changed, changes) ?? heldBack(changed, changes, limits);
  return fault === null ? { ok: true, asset: changed } : { ok: false, ...fault };
}

type Fault = { readonly field: keyof AssetChanges; readonly message: string };

function faultOf(before: Asset, after: Asset, changes: AssetChanges): Fault | null {
  if (changes.lifecycle === 'ready' && before.lifecycle === 'new')
    return { field: 'lifecycle', message: 'Its file can not air; import it again when it is repaired' };
  return lengthFault(before, changes) ?? rangeFault(after, changes) ?? rightsFault(after, changes);
}

function heldBack(asset: Asset, { lifecycle }: AssetChanges, limits: FlawLimits): Fault | null {
  const worst = airedFlaws(asset, limits).find(({ isGrave }) => isGrave);
  return lifecycle === 'ready' && worst ? { field: 'lifecycle', message: flawSentence(worst.type, [worst]) } : null;
}

/** From what is still seen to what is not worth planning. */
const STILL_MS = { least: 1_000, most: 86_400_000 } as const;

function lengthFault({ media }: Asset, { durationMs }: AssetChanges): Fault | null {
  if (durationMs === undefined) return null;
  if (!isStill(media))
    return { field: 'durationMs', message: 'Only a still picture can be given a length; trim others with in and out points' };
  if (durationMs >= STILL_MS.least && durationMs <= STILL_MS.most) return null;
  return { field: 'durationMs', message: 'A still picture can be shown for a second to a day' };
}

function rangeFault(asset: Asset, changes: AssetChanges): Fault | null {
  if (changes.inFrame === undefined && changes.outFrame === undefined && changes.durationMs === undefined) return null;
  const length = ownFrames(asset.media);
  const from = asset.inFrame ?? frames(0);
  const until = asset.outFrame ?? length;
  if (from < 0 || from >= length) return { field: 'inFrame', message: `The in point must lie inside the asset: from 0 to ${length - 1}` };
  if (until <= 0 || until > length) return { field: 'outFrame', message: `The out point must lie inside the asset: from 1 to ${length}` };
  if (from < until) return null;
  return { field: changes.outFrame === undefined ? 'inFrame' : 'outFrame', message: 'The out point must come after the in point' };
}

function rightsFault({ details: { rightsFrom, rightsUntil } }: Asset, changes: AssetChanges): Fault | null {
  if (rightsFrom === null || rightsUntil === null || rightsFrom < rightsUntil) return null;
  return { field: changes.rightsUntil === undefined ? 'rightsFrom' : 'rightsUntil', message: 'The rights must begin before they end' };
}

function partedFlaws({ flaws, intendedFlaws }: Asset, intended: readonly FlawType[]): Pick<Asset, 'flaws' | 'intendedFlaws'> {
  const all = [...flaws, ...intendedFlaws].toSorted((a, b) => a.from - b.from);
  const isIntended = ({ type }: { readonly type: FlawType }) => intended.includes(type);
  return { flaws: all.filter((flaw) => !isIntended(flaw)), intendedFlaws: all.filter(isIntended) };
}

/** Each label once, whatever its case; the first spelling stays. */
function withLabelsOnce(details: AssetDetails): AssetDetails {
  return { ...details, genres: labelsOnce(details.genres), tags: labelsOnce(details.tags), people: labelsOnce(details.people) };
}

function labelsOnce(labels: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return labels.filter((label) => !seen.has(label.toLowerCase()) && seen.add(label.toLowerCase()));
}

function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
