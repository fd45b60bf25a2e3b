import type { AssetKind, PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, frameDueAt, frames, type Milliseconds, milliseconds } from '../../../shared/time/index.ts';
import type { BroadcastDay } from '../../../shared/time/station-calendar.ts';
import { isLive } from '../../ui/item-mark.tsx';

/** What a stretch of the day holds: media of a kind, or live inputs. */
type MapKind = AssetKind | 'live';

/** A stretch of the day under one kind; null: nothing is planned there. */
export interface MapStretch {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly kind: MapKind | null;
}

/** A map is a thousand pixels wide or so: what is shorter than this share of the day joins what is before it. */
const FINEST_SHARE = 1 / 1500;

/** The day as stretches of one kind each, without a hole; short ones between long ones of another kind join them. */
export function mapStretches(items: readonly PlaylogItem[], day: BroadcastDay, rate: FrameRate): readonly MapStretch[] {
  const finest = (day.endsAt - day.startsAt) * FINEST_SHARE;
  const stretches: MapStretch[] = [];
  const add = (from: Milliseconds, to: Milliseconds, kind: MapKind | null) => {
    const last = stretches.at(-1);
    const joins = last !== undefined && (last.kind === kind || (kind !== null && last.kind !== null && to - from < finest));
    if (joins) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from, to, kind });
  };
  let at = day.startsAt;
  for (const item of items) {
    const from = milliseconds(Math.max(day.startsAt, frameDueAt(item.startFrame, rate)));
    const to = milliseconds(Math.min(day.endsAt, frameDueAt(frames(item.startFrame + item.durationFrames), rate)));
    if (from > at) add(at, from, null);
    if (to > from) add(from, to, isLive(item) ? 'live' : item.kind);
    at = milliseconds(Math.max(at, to));
  }
  if (at < day.endsAt) add(at, day.endsAt, null);
  return stretches;
}
