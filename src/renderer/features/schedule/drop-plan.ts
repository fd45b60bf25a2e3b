import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { instantOfFrame } from './instant-of-frame.ts';
import type { Pickable } from './pickable.ts';

/** What is dragged: assets and live inputs that were picked beside the schedule, or items of it. */
export type DropPayload =
  | { readonly type: 'picked'; readonly parts: readonly Pickable[] }
  | { readonly type: 'items'; readonly items: readonly PlaylogItem[] };

/** Where it is dropped: on either side of an item, or at a frame inside one. */
export type DropTarget = { readonly type: 'after' | 'before'; readonly itemId: string } | { readonly type: 'at'; readonly frame: Frames };

/** What a drop does to what is there: moves it on, takes its time, or takes its place. */
export type DropMode = 'insert' | 'overwrite' | 'replace';

/** What a drop would come to. */
export type DropPlan =
  | { readonly ok: false; readonly reason: string }
  | {
      readonly ok: true;
      readonly edits: readonly PlaylogEdit[];
      readonly startFrame: Frames;
      readonly lengthFrames: Frames;
      /** Items that would start at another time. */
      readonly shifted: number;
      /** How far what is dropped would push the rest beyond the next fixed start; negative: time that would be left before it; null: there is none. */
      readonly overFrames: Frames | null;
    };

/** What a drop needs to know of the schedule: its items in order, and the first frame that may be changed. */
export interface DropGround {
  readonly items: readonly PlaylogItem[];
  readonly firstFree: Frames;
  readonly rate: FrameRate;
}

/** Works out the edits of a drop, and what a ghost says of them before it happens. The station has the last word. */
export function planDrop(payload: DropPayload, target: DropTarget, mode: DropMode, ground: DropGround): DropPlan {
  const startFrame = startOf(target, ground.items);
  if (startFrame === null) return { ok: false, reason: 'That item is no longer in the schedule.' };
  if (startFrame < ground.firstFree) return { ok: false, reason: 'That is past, or too close to air. Only air controls change it.' };
  if (standsThere(payload, target, ground.items)) return { ok: false, reason: 'It stands there already.' };
  const lengthFrames = lengthOf(payload);
  const covered = ground.items.filter(({ startFrame: start }) => start >= startFrame && start < startFrame + lengthFrames);
  const gone = mode === 'overwrite' ? covered : mode === 'replace' ? covered.slice(0, 1) : [];
  const moved = payload.type === 'items' ? payload.items.map(({ id }) => id) : [];
  const removed = gone.filter(({ id }) => !moved.includes(id));
  const edits = [...placing(payload, target, ground), ...removed.map(({ id }): PlaylogEdit => ({ op: 'remove', itemId: id }))];
  return {
    ok: true,
    edits,
    startFrame,
    lengthFrames,
    ...consequence(startFrame, lengthFrames, [...removed, ...movedItems(payload)], ground),
  };
}

/** Whether items that follow one another would go to where they are. */
function standsThere(payload: DropPayload, target: DropTarget, items: readonly PlaylogItem[]): boolean {
  if (payload.type === 'picked' || target.type === 'at') return false;
  const placeOf = (itemId: string | undefined) => items.findIndex(({ id }) => id === itemId);
  const first = placeOf(payload.items[0]?.id);
  const isRun = payload.items.every(({ id }, index) => items[first + index]?.id === id);
  const place = placeOf(target.itemId) + (target.type === 'after' ? 1 : 0);
  return isRun && place >= first && place <= first + payload.items.length;
}

function movedItems(payload: DropPayload): readonly PlaylogItem[] {
  return payload.type === 'items' ? payload.items : [];
}

function startOf(target: DropTarget, items: readonly PlaylogItem[]): Frames | null {
  if (target.type === 'at') return target.frame;
  const item = items.find(({ id }) => id === target.itemId);
  if (item === undefined) return null;
  return target.type === 'before' ? item.startFrame : frames(item.startFrame + item.durationFrames);
}

function lengthOf(payload: DropPayload): Frames {
  const parts = payload.type === 'picked' ? payload.parts : payload.items;
  return frames(parts.reduce((sum, { durationFrames }) => sum + durationFrames, 0));
}

/** The places of several are told so that they keep their order: each goes right behind the same item, the last one first, or right before it. */
function placing(payload: DropPayload, target: DropTarget, { rate }: DropGround): readonly PlaylogEdit[] {
  if (target.type !== 'at') {
    const place = target.type === 'after' ? { afterItemId: target.itemId } : { beforeItemId: target.itemId };
    const placed =
      payload.type === 'picked'
        ? payload.parts.map(({ source }): PlaylogEdit => ({ op: 'insert', ...source, ...place }))
        : payload.items.filter(({ id }) => id !== target.itemId).map(({ id }): PlaylogEdit => ({ op: 'move', itemId: id, ...place }));
    return target.type === 'after' ? placed.toReversed() : placed;
  }
  const edits: PlaylogEdit[] = [];
  let frame = target.frame;
  for (const part of payload.type === 'picked' ? payload.parts : payload.items) {
    const at = instantOfFrame(frame, rate);
    edits.push('source' in part ? { op: 'insert', ...part.source, at } : { op: 'move', itemId: part.id, at });
    frame = frames(frame + part.durationFrames);
  }
  return edits;
}

function consequence(start: Frames, length: Frames, gone: readonly PlaylogItem[], { items }: DropGround) {
  const fixed = items.find((item) => item.startFrame >= start && item.startMode === 'fixed' && !gone.includes(item));
  const freed = gone
    .filter((item) => item.startFrame >= start && (fixed === undefined || item.startFrame < fixed.startFrame))
    .reduce((sum, { durationFrames }) => sum + durationFrames, 0);
  const shift = length - freed;
  const following = items.filter((item) => item.startFrame >= start && !gone.includes(item));
  const shifted = shift === 0 ? 0 : following.filter((item) => fixed === undefined || item.startFrame < fixed.startFrame).length;
  return { shifted, overFrames: fixed === undefined ? null : frames(shift) };
}
