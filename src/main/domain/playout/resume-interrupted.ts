import type { Rundown, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';
import { itemEnd } from './item-at.ts';

/** What an override left out of a rundown. */
export interface LeftOut {
  /** The first frame that was left out. */
  readonly since: Frames;
  /** What was on air then and goes on; null: nothing, or it had played to its end. */
  readonly interrupted: RundownItem | null;
  /** What has ended since, first to last. */
  readonly passed: readonly RundownItem[];
}

/**
 * Goes on at `frame` where the override began: the rest of what was interrupted, what was left out, each whole, and then what is still to come, which slides later as
 * far as it must. The next fixed start is met: what does not fit before it is cut off or dropped. What was due before `frame` airs under an id of its own.
 */
export function resumeInterrupted(rundown: Rundown, leftOut: LeftOut, frame: Frames): Rundown {
  const { since, interrupted, passed } = leftOut;
  const isAnother = ({ id }: RundownItem): boolean => id !== interrupted?.id;
  const ahead = rundown.items.filter((item) => itemEnd(item) > frame && isAnother(item));
  const fixedIndex = ahead.findIndex(({ startMode, startFrame }) => startMode === 'fixed' && startFrame >= frame);
  const slid = fixedIndex === -1 ? ahead : ahead.slice(0, fixedIndex);
  const kept = fixedIndex === -1 ? [] : ahead.slice(fixedIndex);
  const late = [...passed.filter(isAnother), ...slid.filter(({ startFrame }) => startFrame < frame)].map((item) => renewed(item, since));
  const onTime = slid.filter(({ startFrame }) => startFrame >= frame);
  const line = [...restOf(interrupted, since), ...late, ...onTime];
  return { ...rundown, items: [...lineUp(line, frame, kept[0]?.startFrame ?? null), ...kept] };
}

/** The part of an item that an override kept from the air. */
function restOf(item: RundownItem | null, since: Frames): readonly RundownItem[] {
  if (item === null || itemEnd(item) <= since) return [];
  const aired = frames(since - item.startFrame);
  const { source } = item;
  const rest = source.type === 'file' ? { ...source, inFrame: frames(source.inFrame + aired) } : source;
  return [{ ...renewed(item, since), durationFrames: frames(item.durationFrames - aired), source: rest }];
}

/** The same item to be aired anew: its old place stays in the history under its old id. */
function renewed(item: RundownItem, since: Frames): RundownItem {
  return { ...item, id: `${item.id}~${since}`, startFrame: frames(0), startMode: 'follow' };
}

/** Starts each item when the one before it has ended, not before its own time; nothing reaches past `until`. */
function lineUp(line: readonly RundownItem[], from: Frames, until: Frames | null): readonly RundownItem[] {
  const limit = until ?? Number.POSITIVE_INFINITY;
  const lined: RundownItem[] = [];
  let at = from;
  for (const item of line) {
    const startFrame = frames(Math.max(at, item.startFrame));
    if (startFrame >= limit) break;
    const durationFrames = frames(Math.min(item.durationFrames, limit - startFrame));
    lined.push({ ...item, startFrame, durationFrames });
    at = frames(startFrame + durationFrames);
  }
  return lined;
}
