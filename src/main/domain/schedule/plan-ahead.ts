import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, type PlannedItem, type PlaylogItem } from '../playlog/index.ts';
import { firstReplaceable } from './first-replaceable.ts';
import { isLongEnough } from './is-long-enough.ts';
import { planItems } from './plan-items.ts';
import { frameAfter, type PlanRules } from './plan-rules.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** What the planner looks at. */
export interface PlanAheadRequest {
  /** The playlog's items that end after `now`, in order. */
  readonly items: readonly PlaylogItem[];
  /** All that may air, with their latest plays before `now`. */
  readonly assets: readonly SchedulableAsset[];
  /** The frame that is on air. */
  readonly now: Frames;
  readonly rate: FrameRate;
  readonly rules: PlanRules;
}

/** What is to change in the playlog. */
export interface PlaylogChange {
  /** Items that start here or later go. */
  readonly replaceFrom: Frames;
  /** The item that reaches beyond `replaceFrom` and is to end there; null when none does. */
  readonly shortened: { readonly id: string; readonly durationFrames: Frames } | null;
  /** What comes instead, without a gap from `replaceFrom` on. */
  readonly added: readonly PlannedItem[];
}

/** Decides what the playlog needs to be sound, up to date and long enough; null when it is all of that. */
export function planAhead(request: PlanAheadRequest): PlaylogChange | null {
  const { items, now, rate, rules } = request;
  const from = startOfPlan(request);
  const until = frameAfter(now, rules.ahead, rate);
  if (from > until) return null;
  const kept = items.filter((item) => item.startFrame < from);
  const planned = planItems({
    assets: withPlays(request.assets, kept),
    from,
    until: frameAfter(until, rules.chunk, rate),
    after: kept.at(-1)?.kind ?? null,
    rate,
    shortest: rules.shortest,
    cooldown: rules.cooldown,
    atMost: rules.atMost,
  });
  return withoutSame(planned, items, kept, from);
}

function startOfPlan({ items, assets, now, rate, rules }: PlanAheadRequest): Frames {
  const lockEnd = frameAfter(now, rules.lockWindow, rate);
  const cueEnd = frameAfter(now, rules.cueWindow, rate);
  const usable = assets.filter((asset) => isLongEnough(asset, rules.shortest, rate));
  const last = items.at(-1);
  return firstReplaceable({ items, assets: usable, now, lockEnd, cueEnd }) ?? (last === undefined ? now : endFrame(last));
}

/** The assets with the plays that stand before the stretch to be planned counted in. */
function withPlays(assets: readonly SchedulableAsset[], kept: readonly PlaylogItem[]): readonly SchedulableAsset[] {
  const plays = new Map(kept.map((item) => [item.assetId, item.startFrame]));
  return assets.map((asset) => ({ ...asset, lastPlayFrame: plays.get(asset.id) ?? asset.lastPlayFrame }));
}

/** The change with what would stay the same left out of it; null when nothing would change. */
function withoutSame(
  planned: readonly PlannedItem[],
  items: readonly PlaylogItem[],
  kept: readonly PlaylogItem[],
  from: Frames,
): PlaylogChange | null {
  const standing = items.slice(kept.length);
  const firstOther = planned.findIndex((item, index) => !isSame(item, standing[index]));
  if (firstOther < 0) return null;
  const added = planned.slice(firstOther);
  return { replaceFrom: added[0]?.startFrame ?? from, shortened: shorten(kept.at(-1), from), added };
}

function isSame(item: PlannedItem, other: PlannedItem | undefined): boolean {
  return (
    other !== undefined &&
    item.startFrame === other.startFrame &&
    item.durationFrames === other.durationFrames &&
    item.assetId === other.assetId
  );
}

function shorten(item: PlaylogItem | undefined, at: Frames): PlaylogChange['shortened'] {
  return item === undefined || endFrame(item) <= at ? null : { id: item.id, durationFrames: frames(at - item.startFrame) };
}
