import type { Frames } from '../../../shared/time/index.ts';
import { endFrame, findUnsound, isSlate, type PlaylogItem } from '../playlog/index.ts';
import type { SchedulableAsset } from './schedulable-asset.ts';

/** The playlog from now on, beside what may air. */
export interface Outlook {
  /** In order; the first one is on air. */
  readonly items: readonly PlaylogItem[];
  readonly assets: readonly SchedulableAsset[];
  readonly now: Frames;
  /** The end of the lock window. */
  readonly lockEnd: Frames;
  /** The first frame by which something else can be cued. */
  readonly cueEnd: Frames;
  /** From here on newcomers change what is planned, even where nothing is wrong with it. */
  readonly newcomersFrom: Frames;
}

/**
 * The frame from which the plan should be made anew, or null when it stands as it is:
 *
 * - where it is not sound, or does not begin in time;
 * - slate that no person put there, once something can air, as soon as that can be cued;
 * - a stopgap, once there are newcomers to air in its place and as soon as they can be cued: what repeats the very item before it, or
 *   stands in for programmes of which there were none;
 * - a makeshift (a rule was relaxed for it), once there are newcomers;
 * - the first item, when newcomers are of a kind that the plan knows nothing of;
 * - in any case what comes after the next hour or so, so that newcomers need not wait until all that was planned before them has aired.
 *
 * The lock window is respected by all but the first two and the stopgaps. An item that is on air is only ever cut if it is slate.
 */
export function firstReplaceable(outlook: Outlook): Frames | null {
  return earliest(firstBroken(outlook), firstOutdated(outlook));
}

/** The same without regard to newcomers: only what is not sound, and slate that something can replace. */
export function firstBroken(outlook: Outlook): Frames | null {
  return earliest(firstUnsound(outlook), firstSlate(outlook));
}

function firstUnsound({ items, now }: Outlook): Frames | null {
  const first = items[0];
  if (first === undefined || first.startFrame > now) return now;
  const fault = findUnsound(items);
  if (fault === null) return null;
  const before = items[fault.index - 1];
  return before === undefined ? now : endFrame(before);
}

function firstSlate({ items, assets, lockEnd, cueEnd }: Outlook): Frames | null {
  if (assets.length === 0) return null;
  const makesWay = (item: PlaylogItem) => isSlate(item) && item.origin.placedBy === null;
  const isAllSlate = items.filter((item) => item.startFrame < lockEnd).every(makesWay);
  const from = isAllSlate ? cueEnd : lockEnd;
  const slate = items.find((item) => makesWay(item) && endFrame(item) > from);
  if (slate === undefined) return null;
  if (slate.startFrame >= from) return slate.startFrame;
  return isAllSlate ? from : null;
}

function firstOutdated({ items, assets, lockEnd, cueEnd, newcomersFrom }: Outlook): Frames | null {
  const planned = new Set(items.map((item) => item.assetId));
  const newcomers = assets.filter((asset) => asset.lastPlayFrame === null && !planned.has(asset.id));
  if (newcomers.length === 0) return null;
  const newKinds = new Set(newcomers.map((asset) => asset.kind));
  const open = items.filter((item) => item.startFrame >= lockEnd);
  const isKnown = [...newKinds].every((kind) => open.some((item) => item.kind === kind && item.inputId === null));
  const later = items.find(({ startFrame }) => startFrame >= newcomersFrom);
  const outdated = isKnown ? open.find((item) => item.explanation.relaxed !== null) : open[0];
  return earliest(firstStopgap(items, cueEnd, newKinds.has('programme'))?.startFrame, outdated?.startFrame, later?.startFrame);
}

function firstStopgap(items: readonly PlaylogItem[], cueEnd: Frames, hasNewProgramme: boolean): PlaylogItem | undefined {
  const standsIn = hasNewProgramme && items.every((item) => item.kind !== 'programme');
  return items.find((item, index) => item.startFrame >= cueEnd && (standsIn || repeats(item, items[index - 1])));
}

/** A live input that goes on repeats nothing. */
function repeats(item: PlaylogItem, before: PlaylogItem | undefined): boolean {
  return item.inputId === null && before?.inputId === null && item.assetId === before.assetId;
}

function earliest(...found: readonly (Frames | null | undefined)[]): Frames | null {
  const sorted = found.filter((frame) => frame !== null && frame !== undefined).sort((a, b) => a - b);
  return sorted[0] ?? null;
}
