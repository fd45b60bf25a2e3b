import type { MouseEvent, PointerEvent } from 'react';
import type { PlaylogItem } from '../../../shared/contract/index.ts';
import { type FrameRate, frames } from '../../../shared/time/index.ts';
import { useStation } from '../../station-client/index.ts';
import { useScheduleStore } from './schedule-store.ts';
import { useTimelineStore } from './timeline-store.ts';
import { type ItemEdge, trimEdits } from './trim-edits.ts';

interface TrimHandleProps {
  readonly item: PlaylogItem;
  readonly edge: ItemEdge;
  readonly rate: FrameRate;
  /** Of the timeline, in pixels. */
  readonly width: number;
}

/** An edge of an item on the timeline, to be drawn with the pointer. */
export function TrimHandle({ item, edge, rate, width }: TrimHandleProps) {
  const { client } = useStation();
  const begin = (down: PointerEvent<HTMLElement>) => {
    if (down.button !== 0) return;
    down.preventDefault();
    down.stopPropagation();
    const handle = down.currentTarget;
    const gesture = new AbortController();
    const end = (up: globalThis.PointerEvent) => {
      gesture.abort();
      const { window } = useTimelineStore.getState();
      const framesPerPixel = (window.span * rate.num) / (Math.max(width, 1) * rate.den * 1000);
      const { reading, edit } = useScheduleStore.getState();
      // By so much the item is trimmed as it is in sight now, read anew since or not.
      const inSight = reading.data?.items.find(({ id }) => id === item.id) ?? item;
      const trimmed = trimEdits(inSight, edge, frames(Math.round((up.clientX - down.clientX) * framesPerPixel)), rate);
      if (trimmed !== null) void edit(client.calls, trimmed.what, trimmed.edits, false);
    };
    handle.setPointerCapture(down.pointerId);
    handle.addEventListener('pointerup', end, { signal: gesture.signal });
    handle.addEventListener('pointercancel', () => gesture.abort(), { signal: gesture.signal });
  };
  const stop = (event: MouseEvent) => event.stopPropagation();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the length can be typed in the item's details as well
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps a click from selecting
    <i className={`timeline-trim timeline-trim-${edge}`} draggable={false} title="Drag to trim" onPointerDown={begin} onClick={stop} />
  );
}
