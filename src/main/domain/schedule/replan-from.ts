import type { Plan } from '../../../shared/contract/plan.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { endFrame, isSlate, type PlaylogItem } from '../playlog/index.ts';
import { firstBreach } from './first-breach.ts';
import { firstBroken, firstReplaceable } from './first-replaceable.ts';
import { frameAfter, type PlanRules } from './plan-rules.ts';
import type { PlannedStretch } from './plan-stretch.ts';
import type { PlannableAsset } from './plannable-asset.ts';
import type { StretchItem } from './stretch-writer.ts';
import { Watershed } from './watershed.ts';

/** The playlog as it stands, and why it is looked at. */
export interface Standing {
  /** The items that end after `now`, in order. */
  readonly items: readonly PlaylogItem[];
  readonly assets: readonly PlannableAsset[];
  /** The one in force: its watershed counts for what stands, too. */
  readonly plan: Plan;
  readonly now: Frames;
  readonly rate: FrameRate;
  readonly rules: PlanRules;
  /** Whether the plan or the campaigns are others than those that it was planned by. */
  readonly isPlanNew: boolean;
  /** Whether the library is another than when it was planned last. */
  readonly isLibraryNew: boolean;
}

/** The frame from which the playlog has to be planned: where it ends, unless something before that is broken, outdated or in breach of a rule. */
export function replanFrom(standing: Standing): Frames {
  const { items, now, rate, rules, isLibraryNew, isPlanNew } = standing;
  const lockEnd = frameAfter(now, rules.lockWindow, rate);
  const [cueEnd, newcomersFrom] = [frameAfter(now, rules.cueWindow, rate), frameAfter(now, rules.newcomersWait, rate)];
  const outlook = { items, assets: standing.assets, now, lockEnd, cueEnd, newcomersFrom };
  const last = items.at(-1);
  const end = last === undefined ? now : endFrame(last);
  const broken = (isLibraryNew ? firstReplaceable(outlook) : firstBroken(outlook)) ?? end;
  const changed = isPlanNew ? (firstOpen(items, lockEnd) ?? end) : end;
  // What breaches a rule goes, even where that interrupts a programme between two of its parts.
  const breach = firstBreach(items, standing.assets, lockEnd, Watershed.of(standing.plan, now, end, rate)) ?? end;
  return frames(Math.min(breach, afterAiring(items, frames(Math.min(broken, changed)))));
}

/** The first frame that another plan may change: a live input and slate have no end of their own, so that it need not be waited for. */
function firstOpen(items: readonly PlaylogItem[], lockEnd: Frames): Frames | null {
  const item = items.find((candidate) => endFrame(candidate) > lockEnd);
  if (item === undefined || item.startFrame >= lockEnd) return item?.startFrame ?? null;
  const isOpen = (item.inputId !== null || isSlate(item)) && item.origin.placedBy === null;
  return isOpen ? lockEnd : endFrame(item);
}

/** Where the programme ends that a frame would interrupt between two of its parts; the frame itself when it would not. */
function afterAiring(items: readonly PlaylogItem[], from: Frames): Frames {
  const index = items.findIndex((item) => item.startFrame === from);
  const airingId = items[index]?.origin.airingId ?? null;
  if (index < 1 || airingId === null || items[index - 1]?.origin.airingId !== airingId) return from;
  const after = items.find((item, place) => place > index && item.origin.airingId !== airingId);
  return after?.startFrame ?? endFrame(items.at(-1) as PlaylogItem);
}

/** What a planned stretch changes in the playlog. */
export interface StretchChange {
  readonly replaceFrom: Frames;
  /** The item before `replaceFrom` that is to end elsewhere: cut there, or a live input that goes on for another time. */
  readonly resized: { readonly id: string; readonly durationFrames: Frames } | null;
  readonly added: readonly StretchItem[];
}

/** The change with what would stay the same left out of it; null when nothing would change. */
export function changeOf(items: readonly PlaylogItem[], from: Frames, { items: planned }: PlannedStretch): StretchChange | null {
  const kept = items.filter((item) => item.startFrame < from);
  const last = kept.at(-1);
  const [next] = planned;
  const end = last !== undefined && next !== undefined && isMoreOf(last, next, from) ? endFrame(next) : from;
  const rest = end === from ? planned : planned.slice(1);
  const standing = items.slice(kept.length);
  const firstOther = rest.findIndex((item, index) => !isSame(item, standing[index]));
  if (last !== undefined && endFrame(last) > from && endFrame(last) !== end) {
    const resized = { id: last.id, durationFrames: frames(end - last.startFrame) };
    return { replaceFrom: frames(Math.min(end, endFrame(last))), resized, added: rest };
  }
  if (firstOther < 0) return null;
  const added = rest.slice(firstOther);
  return { replaceFrom: added[0]?.startFrame ?? from, resized: null, added };
}

/** Whether an item only is the rest of the live input that is on at `from`, where a stretch begins. */
export function isMoreOf(last: PlaylogItem, next: StretchItem, from: Frames): boolean {
  if (last.inputId === null || endFrame(last) <= from) return false;
  return next.inputId === last.inputId && next.title === last.title && next.origin.airingId === last.origin.airingId;
}

function isSame(item: StretchItem, other: PlaylogItem | undefined): boolean {
  if (other === undefined) return false;
  const { startFrame, durationFrames, assetId, inputId, title, inFrame, startMode, origin } = item;
  return (
    startFrame === other.startFrame &&
    durationFrames === other.durationFrames &&
    assetId === other.assetId &&
    inputId === other.inputId &&
    (inputId === null || title === other.title) &&
    inFrame === other.inFrame &&
    startMode === other.startMode &&
    origin.airingId === other.origin.airingId &&
    origin.campaignId === other.origin.campaignId
  );
}
