import type { PlaylogEdit, PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, type Frames, frames } from '../../../shared/time/index.ts';
import { isLive } from '../../ui/item-mark.tsx';
import { frameLengthText } from '../../ui/time-text.ts';
import type { NamedEdits } from './edit-actions.ts';
import { instantOfFrame } from './instant-of-frame.ts';

/** The edge of an item that is drawn: where its media begins, or where it ends. */
export type ItemEdge = 'in' | 'out';

/**
 * Draws an edge of an item by so many frames, positive for later; null when it stays where it is. At least a frame of it is left, and nothing
 * before the media's own start is asked for; a live input has no such place, and only gets another length. The start of a fixed item moves with its left edge; any other one goes on to follow what is before
 * it, and its end comes nearer.
 */
export function trimEdits(item: PlaylogItem, edge: ItemEdge, by: Frames, rate: FrameRate): NamedEdits | null {
  const most = item.durationFrames - 1;
  const drawn = edge === 'in' ? Math.min(most, Math.max(-item.inFrame, by)) : Math.max(-most, by);
  if (drawn === 0) return null;
  const durationFrames = frames(item.durationFrames + (edge === 'in' ? -drawn : drawn));
  const what = `Trim “${item.title}” to ${frameLengthText(durationFrames, rate)}`;
  if (edge === 'out') return { what, edits: [{ op: 'trim', itemId: item.id, durationFrames }] };
  const inFrame = isLive(item) ? {} : { inFrame: frames(item.inFrame + drawn) };
  const trim: PlaylogEdit = { op: 'trim', itemId: item.id, ...inFrame, durationFrames };
  if (item.startMode !== 'fixed') return { what, edits: [trim] };
  const at = instantOfFrame(frames(item.startFrame + drawn), rate);
  return { what, edits: [trim, { op: 'set-start-mode', itemId: item.id, startMode: 'fixed', at }] };
}
