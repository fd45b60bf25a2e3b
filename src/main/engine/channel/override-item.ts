import type { OverrideSource, RundownItem } from '../../../shared/engine-protocol/index.ts';
import { type Frames, frames } from '../../../shared/time/index.ts';

/** The length of what has no end of its own: ten years at 60 frames a second. */
const ENDLESS = frames(10 * 365 * 86_400 * 60);

/** What breaks in, as an item. Its start is told once it is on air. `title`: of a source that has none of its own. */
export function overrideItem(id: string, source: OverrideSource, title: string): RundownItem {
  const common = { id, startFrame: frames(0), startMode: 'manual' as const };
  if (source.type === 'file') {
    const { durationFrames, kind, assetId, houseId } = source;
    return { ...common, durationFrames, kind, title: source.title, houseId, assetId, source: source.source };
  }
  const endless = { ...common, durationFrames: ENDLESS, title, houseId: null, assetId: null };
  if (source.type === 'slate') return { ...endless, kind: 'slate', source: { type: 'slate' } };
  return { ...endless, kind: 'programme', source };
}

/** The first frame after an item that ends by itself; null for one that does not. */
export function ownEnd(item: RundownItem): Frames | null {
  return item.durationFrames >= ENDLESS ? null : frames(item.startFrame + item.durationFrames);
}

/** Who, and what for. */
export function toldCause(cause: string, note: string): string {
  return note === '' ? cause : `${cause}: ${note}`;
}
