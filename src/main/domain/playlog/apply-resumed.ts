import type { RundownItem } from '../../../shared/engine-protocol/rundown-item.ts';
import { decibels, type Frames, frames } from '../../../shared/time/index.ts';
import { resumeInterrupted } from '../playout/index.ts';
import { endFrame } from './end-frame.ts';
import type { PlaylogItem } from './playlog-item.ts';

const NO_GAIN = decibels(0);

/** What the engine says of a return that resumed. */
export interface Resumed {
  /** The first frame of the resumed line. */
  readonly frame: Frames;
  /** The first frame that was left out. */
  readonly since: Frames;
  /** What was interrupted and goes on; null: nothing. */
  readonly interruptedId: string | null;
}

/** What a resume does to the playlog. */
export interface ResumedChange {
  /** What reached past the return in its old place, and now ends there; the rest of it has a place of its own. */
  readonly shortened: { readonly id: string; readonly durationFrames: Frames } | null;
  /** All that is planned from the return on, in order. */
  readonly items: readonly PlaylogItem[];
}

/**
 * What the playlog has to change to say what the engine did at a resume: the same rule on the same items.
 * @param items the items that end after `since`, in order
 */
export function applyResumed(items: readonly PlaylogItem[], { frame, since, interruptedId }: Resumed): ResumedChange {
  const known = new Map(items.map((item) => [item.id, item]));
  const interrupted = interruptedId === null ? undefined : known.get(interruptedId);
  const passed = items.filter((item) => endFrame(item) <= frame).map(asSeen);
  const ahead = { revision: 0, items: items.filter((item) => endFrame(item) > frame).map(asSeen), filler: [] };
  const leftOut = { since, interrupted: interrupted === undefined ? null : asSeen(interrupted), passed };
  const resumed = resumeInterrupted(ahead, leftOut, frame).items;
  const reaching = items.find((item) => item.startFrame < frame && endFrame(item) > frame);
  return {
    shortened: reaching === undefined ? null : { id: reaching.id, durationFrames: frames(frame - reaching.startFrame) },
    items: resumed.flatMap((placed) => {
      const item = known.get(placed.id) ?? known.get(placed.id.replace(/~\d+$/, ''));
      return item === undefined ? [] : [inPlace(item, placed)];
    }),
  };
}

/** The item where it now stands. One that was left out airs under an id of its own, from the frame that was next. */
function inPlace(item: PlaylogItem, { id, startFrame, durationFrames, startMode, source }: RundownItem): PlaylogItem {
  const inFrame = source.type === 'file' ? source.inFrame : item.inFrame;
  const status = id === item.id ? item.status : 'planned';
  return { ...item, id, startFrame, durationFrames, startMode, inFrame, status };
}

/** The item as the rule sees it: its file does not matter to it, but where in it the item starts does. A live input has no such place. */
function asSeen(item: PlaylogItem): RundownItem {
  const { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId, inputId, inFrame } = item;
  const file = { type: 'file' as const, path: '', inFrame, hasPicture: true, hasSound: true, gainDb: NO_GAIN };
  const source = inputId === null ? file : { type: 'live' as const, inputId };
  return { id, startFrame, durationFrames, startMode, kind, title, houseId, assetId, source };
}
